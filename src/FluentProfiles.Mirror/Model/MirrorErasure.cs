namespace FluentProfiles.Mirror.Model;

/// <summary>A profile that was erased on request, and that is not stored again.</summary>
internal class MirrorErasure
{
    public int Scope { get; init; }

    /// <summary>A hash of the id with one of <see cref="MirrorScope.ErasureKeys"/>.</summary>
    public string Hash { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
