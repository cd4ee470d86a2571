using System.Text.Json;
using FluentProfiles.Writing.Single;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>Compares rows with profiles, by key: first all rows are added, then all profiles, then the plan is made.</summary>
/// <param name="rules">The rules of the sync.</param>
/// <param name="writes">Checks what a row wants.</param>
internal sealed class SyncComparison(SyncRules rules, WriteRules writes)
{
    // Lists for people, which must not grow with the number of rows.
    private const int MostListed = 1000;

    // In place of what a row wants once that has been compared with its profile.
    private static readonly byte[] Met = [];

    private readonly Dictionary<string, SyncEntry> entries = new(StringComparer.Ordinal);
    private readonly List<SyncRowFailure> failures = [];
    private PlanCounts counts = new();

    /// <summary>True where no row has a key.</summary>
    public bool HasNoRows => entries.Count == 0;

    public int Rows => counts.Rows;

    public int Profiles => counts.Profiles;

    /// <summary>When the newest profile was created; null for none.</summary>
    public DateTimeOffset? Newest { get; private set; }

    /// <param name="key">The key of the row.</param>
    /// <param name="map">Makes the profile that the row wants.</param>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a member of it.</exception>
    public void AddRow(string? key, Func<NewProfile?> map)
    {
        var row = checked(++counts.Rows);
        if (string.IsNullOrWhiteSpace(key))
            counts.RowsWithoutKey++;
        else if (EntryOf(key) is var entry && entry.AddRow(key, row))
            entry.Wanted = WantedOrNull(key, row, map);
    }

    public void AddProfile(UserProfile profile)
    {
        counts.Profiles++;
        Newest = Newest > profile.CreatedAt ? Newest : profile.CreatedAt;
        if (rules.Mark?.IsOn(profile) == true)
            counts.Owned++;
        var key = rules.Key.TextIn(profile);
        if (string.IsNullOrWhiteSpace(key))
            counts.ProfilesWithoutKey++;
        else if (EntryOf(key) is var entry && entry.AddProfile(key, profile.Id))
            Plan(key, entry, profile);
    }

    /// <summary>Makes the plan of all that was added.</summary>
    public PlanData ToPlan(PlanData frame)
    {
        List<RawJson> creates = [];
        List<RawJson> updates = [];
        List<RawJson> deletes = [];
        List<SyncDuplicate> duplicates = [];
        foreach (var (key, entry) in entries)
        {
            if (entry.Duplicate is { } duplicate)
                Count(duplicate, entry, duplicates);
            else if (entry.Step is { } step)
                (entry.Row > 0 ? updates : deletes).Add(new(step));
            else if (entry is { Row: > 0, ProfileId: not null, Wanted: not null })
                counts.Unchanged++;
            else if (entry is { Row: > 0, ProfileId: null, Wanted: { } wanted })
                creates.Add(Create(key, wanted));
            else if (entry.Row == 0)
                counts.ProfilesWithoutRow++;
        }
        return frame with
        {
            Newest = Newest,
            Counts = counts,
            Duplicates = duplicates,
            Failures = failures,
            Creates = creates,
            Updates = updates,
            Deletes = deletes,
        };
    }

    private SyncEntry EntryOf(string key)
    {
        if (!entries.TryGetValue(key, out var entry))
            entries.Add(key, entry = new());
        return entry;
    }

    private void Count(SyncDuplicate duplicate, SyncEntry entry, List<SyncDuplicate> duplicates)
    {
        counts.DuplicateKeys++;
        counts.DuplicateRows += entry.Sharing.Rows;
        counts.DuplicateProfiles += entry.Sharing.Profiles;
        if (duplicates.Count < MostListed)
            duplicates.Add(duplicate);
    }

    private byte[]? WantedOrNull(string key, int row, Func<NewProfile?> map)
    {
        try
        {
            return WantedProfile.Write(Checked(key, map()));
        }
        catch (Exception failure) when (failure is not (ProfilesConfigurationException or OperationCanceledException))
        {
            counts.FailedRows++;
            if (failures.Count < MostListed)
                failures.Add(new(row, SyncText.Valid(key), SyncText.Valid(failure.Message)));
            return null;
        }
    }

    private NewProfile Checked(string key, NewProfile? wanted)
    {
        if (wanted is null)
            throw new ArgumentException("map returned null. Leave such rows out.");
        var write = ProfileWrite.Of(wanted);
        if (rules.Key.TextIn(write) != key)
            throw new ArgumentException(
                $"map sets {rules.Key.Member} to another value than the key of the row, so the next sync would not find the profile. Set it to the key."
            );
        if (rules.Mark is { } mark && wanted.Metadata.ContainsKey(mark.Key))
            throw new ArgumentException(
                $"map sets Metadata[\"{mark.Key}\"], which is the {nameof(SyncOptions.OwnershipKey)} of the sync, and the sync sets it. Leave it out."
            );
        writes.CheckNew(write);
        if (rules.Mark is not null)
            Limits.ThrowIfTooMany(wanted.Metadata.Count + 1, null);
        return wanted;
    }

    private void Plan(string key, SyncEntry entry, UserProfile profile)
    {
        if (entry.Row == 0)
            entry.Step = rules.AllowDeletes && rules.Mark!.IsOn(profile) ? Delete(key, profile) : null;
        else if (entry.Wanted is { } wanted)
            (entry.Step, entry.Wanted) = (UpdateOrNull(key, profile, WantedProfile.Read(wanted)), Met);
    }

    private byte[]? UpdateOrNull(string key, UserProfile profile, NewProfile wanted)
    {
        if (rules.AdoptExisting && rules.Mark!.IsMissingOn(profile))
            rules.Mark.AddTo(wanted);
        if (ProfileChanges.Between(profile, wanted) is not { } changes)
            return null;
        return Json(
            new(SyncStepKind.Update, key)
            {
                Id = profile.Id,
                Seen = ProfileContent.HashOf(profile),
                Changes = ProfileContent.Changes(ProfileWrite.Of(changes), profile),
                Profile = new(WantedProfile.Write(wanted)),
            }
        );
    }

    private static byte[] Delete(string key, UserProfile profile) =>
        Json(new(SyncStepKind.Delete, key) { Id = profile.Id, Seen = ProfileContent.HashOf(profile) });

    private RawJson Create(string key, byte[] wanted)
    {
        if (rules.Mark is { } mark)
        {
            var profile = WantedProfile.Read(wanted);
            mark.AddTo(profile);
            wanted = WantedProfile.Write(profile);
        }
        return new(Json(new(SyncStepKind.Create, key) { Profile = new(wanted) }));
    }

    private static byte[] Json(StepData step) => JsonSerializer.SerializeToUtf8Bytes(step, SyncJson.Default.StepData);
}
