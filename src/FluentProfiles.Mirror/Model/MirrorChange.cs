namespace FluentProfiles.Mirror.Model;

/// <summary>An entry of the feed of changes.</summary>
internal class MirrorChange
{
    public int Scope { get; init; }

    /// <summary>The place in the feed, from 1. It is given while the row of the scope is locked, so that entries become visible in
    /// this order.</summary>
    public long Position { get; init; }

    /// <summary>The id of the profile.</summary>
    public string Profile { get; init; } = "";

    public MirrorChangeKind Kind { get; init; }

    /// <summary>When the mirror wrote the change.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The names of the fields that differ, as JSON; empty unless the kind is a change.</summary>
    public string Fields { get; init; } = "";

    /// <summary>The profile before the change, as JSON; null where there was none, or where values are not kept.</summary>
    public byte[]? Before { get; init; }

    /// <summary>The profile after the change, as JSON; null where there is none, or where values are not kept.</summary>
    public byte[]? After { get; init; }
}
