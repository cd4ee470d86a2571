using System.ComponentModel;

namespace FluentProfiles;

/// <summary>Describes a beta on its member of <see cref="AnthropicBeta"/>. The planner and the analyzers read these
/// facts from the attribute, and nowhere else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownBetaAttribute : Attribute
{
    /// <summary>Creates the attribute. The constructor is public because the compiler hides attributes with non-public
    /// constructors from analyzers.</summary>
    public KnownBetaAttribute(string name) => Name = name;

    /// <summary>The exact string in the header.</summary>
    public string Name { get; }

    /// <summary>The shape of profiles that the beta chooses, or the default (0) if it chooses none.</summary>
    public ApiRevision Shape { get; init; }

    /// <summary>The name of the beta that supersedes this one, "" if the feature no longer needs a beta, or null (the
    /// default) if nothing supersedes it.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>True when the beta affects the user-profiles endpoints. False by default.</summary>
    public bool ConcernsProfiles { get; init; }

    /// <summary>True when the beta affects the data controls of profiles and nothing else. False by default.</summary>
    public bool ConcernsDataControls { get; init; }
}
