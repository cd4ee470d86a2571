namespace FluentProfiles.Mirror.Model;

/// <summary>A profile that has to be read from the service again: an event concerned it, or a write of it is not in the mirror
/// yet.</summary>
internal class MirrorPendingRead
{
    public int Scope { get; init; }

    /// <summary>The id of the profile.</summary>
    public string Profile { get; init; } = "";

    /// <summary>When the first of the reasons came for which the profile was not read yet; the last one, where it was read
    /// since.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>When the last one came. A reading that was requested before it does not settle it.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>When the profile is to be read next.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often the profile was read for it.</summary>
    public int Attempts { get; set; }
}
