namespace FluentProfiles.Mirror.Model;

/// <summary>A profile that was removed a short time ago. A reading that was requested before, and is stored only now, does not bring it
/// back.</summary>
internal class MirrorRemoval
{
    public int Scope { get; init; }

    /// <summary>The id of the profile.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The moment at which the service was known not to have it any more.</summary>
    public DateTimeOffset At { get; set; }
}
