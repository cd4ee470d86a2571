using System.Text;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles;

/// <summary>The planned writes of a sync. <c>PlanSyncAsync</c> creates a plan without writing anything. You can inspect
/// the plan, save it, and apply it. Immutable and thread-safe.</summary>
/// <remarks>A plan contains customer data. Protect a saved plan accordingly.</remarks>
public sealed partial class SyncPlan
{
    private const int MostShown = 10;

    internal SyncPlan(PlanData data) => Data = data;

    internal PlanData Data { get; }

    /// <summary>The time at which the reading started, by the client's clock.</summary>
    public DateTimeOffset CreatedAt => Data.CreatedAt;

    /// <summary>The number of rows that were read.</summary>
    public int Rows => Data.Counts.Rows;

    /// <summary>The number of profiles that were read.</summary>
    public int Profiles => Data.Counts.Profiles;

    /// <summary>The number of profiles to create.</summary>
    public int Creates => Data.Creates.Count;

    /// <summary>The number of profiles to update.</summary>
    public int Updates => Data.Updates.Count;

    /// <summary>The number of profiles to delete.</summary>
    public int Deletes => Data.Deletes.Count;

    /// <summary>The number of profiles that already match their row.</summary>
    public int Unchanged => Data.Counts.Unchanged;

    /// <summary>The number of profiles with the ownership mark, with and without a row.</summary>
    public int OwnedProfiles => Data.Counts.Owned;

    /// <summary>The number of profiles without a row that are left unchanged, because deletes are disabled or the
    /// profile has no mark.</summary>
    public int ProfilesWithoutRow => Data.Counts.ProfilesWithoutRow;

    /// <summary>The number of rows whose key is null or blank. They are left out.</summary>
    public int RowsWithoutKey => Data.Counts.RowsWithoutKey;

    /// <summary>The number of profiles whose key is null or blank. They are left unchanged.</summary>
    public int ProfilesWithoutKey => Data.Counts.ProfilesWithoutKey;

    /// <summary>The number of keys that several rows or several profiles share.</summary>
    public int DuplicateKeys => Data.Counts.DuplicateKeys;

    /// <summary>The number of rows with such a key. They are left out.</summary>
    public int DuplicateRows => Data.Counts.DuplicateRows;

    /// <summary>The number of profiles with such a key. They are left unchanged.</summary>
    public int DuplicateProfiles => Data.Counts.DuplicateProfiles;

    /// <summary>The number of rows for which no profile can be written, because <c>map</c> threw or a value exceeds its
    /// limits. The profiles of these rows are left unchanged.</summary>
    public int FailedRows => Data.Counts.FailedRows;

    /// <summary>The first 1,000 duplicate keys.</summary>
    public IReadOnlyList<SyncDuplicate> Duplicates => Data.Duplicates;

    /// <summary>The first 1,000 of the <see cref="FailedRows"/>.</summary>
    public IReadOnlyList<SyncRowFailure> Failures => Data.Failures;

    /// <summary>The share of the profiles with the ownership mark that the plan deletes, 0 to 1.</summary>
    public double DeletedShare => Deletes == 0 ? 0 : (double)Deletes / Math.Max(OwnedProfiles, Deletes);

    /// <summary>True when the plan writes nothing.</summary>
    public bool IsEmpty => Creates + Updates + Deletes == 0;

    /// <summary>The planned writes in the order in which they start: updates, creates, deletes. Each enumeration reads
    /// them from the plan again.</summary>
    public IEnumerable<SyncStep> Steps => Data.Updates.Concat(Data.Creates).Concat(Data.Deletes).Select(Shown);

    /// <summary>Returns a readable string: the counts, the first duplicates and failures, and the first ten writes of
    /// each kind. It contains values, which are customer data.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(
            $"{Rows} rows, {Profiles} profiles: {Creates} to create, {Updates} to update, {Deletes} to delete, {Unchanged} unchanged, {ProfilesWithoutRow} without a row"
        );
        AppendIfAny(text, RowsWithoutKey, "rows without a key");
        AppendIfAny(text, ProfilesWithoutKey, "profiles without a key");
        AppendIfAny(text, DuplicateKeys, "duplicate keys");
        AppendIfAny(text, FailedRows, "rows that failed");
        foreach (var duplicate in Duplicates.Take(MostShown))
            text.AppendLine().Append("  Duplicate ").Append(duplicate);
        foreach (var failure in Failures.Take(MostShown))
            text.AppendLine().Append($"  Failed {failure.Key}, row {failure.Row}: {failure.Reason}");
        foreach (var kind in new[] { Data.Updates, Data.Creates, Data.Deletes })
        {
            foreach (var step in kind.Take(MostShown))
                text.AppendLine().Append("  ").Append(Shown(step));
        }
        return text.ToString();
    }

    private static SyncStep Shown(RawJson json)
    {
        var step = PlanReading.Step(json);
        return new(step.Kind, step.Key, step.Id, step.Changes ?? PlanReading.ChangesOfCreate(step));
    }

    private static void AppendIfAny(StringBuilder text, int count, string what)
    {
        if (count > 0)
            text.Append($", {count} {what}");
    }
}
