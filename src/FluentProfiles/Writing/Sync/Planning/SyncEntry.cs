namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>What is known of one key: its row and its profile. What is wanted and planned is kept as JSON, since there may be
/// hundreds of thousands of keys.</summary>
internal sealed class SyncEntry
{
    private const int MostNamed = 10;

    /// <summary>The position of the first row, counted from 1; 0 for none.</summary>
    public int Row { get; private set; }

    /// <summary>The first profile; null for none.</summary>
    public string? ProfileId { get; private set; }

    /// <summary>The profile that the row wants; null where the row can't be written, or has met its profile.</summary>
    public byte[]? Wanted { get; set; }

    /// <summary>The planned update or delete; null for none.</summary>
    public byte[]? Step { get; set; }

    /// <summary>How many rows and profiles have the key, where either is more than one; else 0.</summary>
    public (int Rows, int Profiles) Sharing { get; private set; }

    /// <summary>The first rows and profiles, where several share the key; null otherwise.</summary>
    public SyncDuplicate? Duplicate { get; private set; }

    /// <returns>True for the only row so far.</returns>
    public bool AddRow(string key, int row)
    {
        if (Row == 0)
        {
            Row = row;
            return true;
        }
        var sharing = Share(key);
        Sharing = Sharing with { Rows = Sharing.Rows + 1 };
        if (sharing.Rows.Count < MostNamed)
            Duplicate = sharing with { Rows = [.. sharing.Rows, row] };
        return false;
    }

    /// <returns>True for the only profile so far, whose key at most one row has.</returns>
    public bool AddProfile(string key, string id)
    {
        if (ProfileId is null && Duplicate is null)
        {
            ProfileId = id;
            return true;
        }
        // A listing may show a profile again that was on an earlier page.
        if (id == ProfileId)
            return false;
        var sharing = Share(key);
        ProfileId ??= id;
        Sharing = Sharing with { Profiles = Sharing.Profiles + 1 };
        if (sharing.ProfileIds.Count < MostNamed)
            Duplicate = sharing with { ProfileIds = [.. sharing.ProfileIds, id] };
        return false;
    }

    private SyncDuplicate Share(string key)
    {
        (Wanted, Step) = (null, null);
        if (Duplicate is not null)
            return Duplicate;
        Sharing = (Row == 0 ? 0 : 1, ProfileId is null ? 0 : 1);
        return Duplicate = new(SyncText.Valid(key), Row == 0 ? [] : [Row], ProfileId is null ? [] : [ProfileId]);
    }
}
