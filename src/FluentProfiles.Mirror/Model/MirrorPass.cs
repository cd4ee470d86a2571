namespace FluentProfiles.Mirror.Model;

/// <summary>A pass that has not ended.</summary>
internal class MirrorPass
{
    public int Scope { get; init; }

    public MirrorPassKind Kind { get; init; }

    /// <summary>How far it has come, as JSON.</summary>
    public string State { get; init; } = "";
}
