namespace FluentProfiles.Mirror.Model;

/// <summary>A profile that was removed a short time ago. A reading that was requested before, and is stored only now, does not bring it
/// back.</summary>
internal class MirrorRemoval
{
    public int Scope { get; init; }

    /// <summary>The id of the profile.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The moment of the transaction that has removed it.</summary>
    public DateTimeOffset At { get; set; }
}
