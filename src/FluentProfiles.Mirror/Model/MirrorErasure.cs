namespace FluentProfiles.Mirror.Model;

/// <summary>A profile that was erased on request, and that is not stored again.</summary>
internal class MirrorErasure
{
    public int Scope { get; init; }

    /// <summary>A keyed hash of the id: <see cref="MirrorScope.ErasureKey"/>.</summary>
    public byte[] Hash { get; init; } = [];

    public DateTimeOffset At { get; init; }
}
