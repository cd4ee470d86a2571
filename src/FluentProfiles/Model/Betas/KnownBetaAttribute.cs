using System.ComponentModel;

namespace FluentProfiles;

/// <summary>States what is known of a beta, on its member of <see cref="AnthropicBeta"/>. The only source: the planner
/// and the analyzer read it from here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownBetaAttribute : Attribute
{
    /// <summary>Makes it. Public, since the compiler shows an analyzer no attribute whose constructor is not.</summary>
    public KnownBetaAttribute(string name) => Name = name;

    /// <summary>The exact text of the header.</summary>
    public string Name { get; }

    /// <summary>The shape of profiles that the beta chooses; the default (0) for a beta that chooses none.</summary>
    public ApiRevision Shape { get; init; }

    /// <summary>The name of the beta that follows this one, "" where what follows needs no beta, and null (the default)
    /// where nothing supersedes it.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Whether the user-profiles endpoints take any notice of the beta. False by default.</summary>
    public bool ConcernsProfiles { get; init; }

    /// <summary>Whether the beta concerns the data controls of profiles, and those alone. False by default.</summary>
    public bool ConcernsDataControls { get; init; }
}
