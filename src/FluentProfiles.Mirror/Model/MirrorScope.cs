namespace FluentProfiles.Mirror.Model;

/// <summary>The profiles of one address and workspace, and how fresh they are.</summary>
internal class MirrorScope
{
    /// <summary>The number of the scope in this database, from 1.</summary>
    public int Id { get; init; }

    /// <summary>The base address of the service.</summary>
    public string Address { get; init; } = "";

    /// <summary>The workspace; empty for none.</summary>
    public string Workspace { get; init; } = "";

    /// <summary>What the rows hold: the columns and the members that are not stored. Where it differs from what this process
    /// stores, the rows have to be filled again.</summary>
    public string Shape { get; set; } = "";

    /// <summary>What the rows may lack of profiles, as JSON: what the processes that have written them did not store, or were not served.
    /// Null where nothing is known, such as before the first full pass.</summary>
    public string? Gaps { get; set; }

    /// <summary>How many keys the scope has given out.</summary>
    public long KeysGiven { get; set; }

    /// <summary>The moment of the last transaction that has written profiles; null before the first.</summary>
    public DateTimeOffset? LastMoment { get; set; }

    /// <summary>The moment of the last removal of a profile; null where none was removed.</summary>
    public DateTimeOffset? LastRemoval { get; set; }

    /// <summary>Tells the key that the rows were last read with from others; null before the first pass.</summary>
    public string? KeyPrint { get; set; }

    /// <summary>When the newest profile was created up to which all are stored; null for none.</summary>
    public DateTimeOffset? NewestAt { get; set; }

    /// <summary>When the newest profile was created that a look for a reference has found; null for none. All before it are stored, but for
    /// profiles that are listed late, which passes find.</summary>
    public DateTimeOffset? LookedTo { get; set; }

    /// <summary>All profiles that were created up to this time are stored, but for those that are listed late; null where none is
    /// known. A time to come is that of a clock of the service that was wrong.</summary>
    /// <param name="now">The time by the clock of the database.</param>
    public DateTimeOffset? KnownTo(DateTimeOffset now)
    {
        var latest = LookedTo is null || NewestAt > LookedTo ? NewestAt : LookedTo;
        return latest > now ? now : latest;
    }

    /// <summary>The start of the last complete full pass; null before the first.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>The start of the last complete pass that read the statuses.</summary>
    public DateTimeOffset? StatusesAsOf { get; set; }

    /// <summary>The start of the last complete pass that read the new profiles.</summary>
    public DateTimeOffset? NewAsOf { get; set; }

    /// <summary>Why the last pass failed; null if it did not.</summary>
    public string? LastError { get; set; }

    /// <summary>When it failed.</summary>
    public DateTimeOffset? LastErrorAt { get; set; }

    /// <summary>How many profiles are stored.</summary>
    public long Rows { get; set; }

    /// <summary>Which process refreshes the scope; null for none.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Counts the holders of the lease. A transaction of an earlier holder is refused.</summary>
    public long LeaseTerm { get; set; }

    /// <summary>When the holder took the lease, by the clock of the database.</summary>
    public DateTimeOffset? LeasedSince { get; set; }

    /// <summary>When the lease ends unless it is renewed, by the clock of the database.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How many positions the feed of changes has given out.</summary>
    public long ChangesGiven { get; set; }

    /// <summary>The last position of the feed that is no longer kept.</summary>
    public long ChangesDropped { get; set; }

    /// <summary>Tells the feed of changes from that of an earlier database, and from the one before a reset.</summary>
    public long Feed { get; set; }

    /// <summary>The keys of the hashes of erased profiles, one behind the other; null before the first erasure. Hashes are made with
    /// the first key. The others are those of ledgers that came from elsewhere.</summary>
    public byte[]? ErasureKeys { get; set; }
}
