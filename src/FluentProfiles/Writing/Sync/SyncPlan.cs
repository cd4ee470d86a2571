using System.Text;
using FluentProfiles.Writing.Sync.Applying;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles;

/// <summary>What a sync would write: made by <c>PlanSyncAsync</c>, which writes nothing. Look at it, save it, apply it. Immutable
/// and thread-safe.</summary>
/// <remarks>A plan holds values of your customers. Store a saved one as you store those.</remarks>
public sealed partial class SyncPlan
{
    private const int MostShown = 10;

    internal SyncPlan(PlanData data) => Data = data;

    internal PlanData Data { get; }

    /// <summary>When the reading began, by the client's clock.</summary>
    public DateTimeOffset CreatedAt => Data.CreatedAt;

    /// <summary>Rows read.</summary>
    public int Rows => Data.Counts.Rows;

    /// <summary>Profiles read.</summary>
    public int Profiles => Data.Counts.Profiles;

    /// <summary>Profiles to create.</summary>
    public int Creates => Data.Creates.Count;

    /// <summary>Profiles to update.</summary>
    public int Updates => Data.Updates.Count;

    /// <summary>Profiles to delete.</summary>
    public int Deletes => Data.Deletes.Count;

    /// <summary>Profiles that are as their row wants them.</summary>
    public int Unchanged => Data.Counts.Unchanged;

    /// <summary>Profiles that carry the ownership mark, with and without a row.</summary>
    public int OwnedProfiles => Data.Counts.Owned;

    /// <summary>Profiles without a row that are left as they are: deletes are off, or they carry no mark.</summary>
    public int ProfilesWithoutRow => Data.Counts.ProfilesWithoutRow;

    /// <summary>Rows whose key is null or blank. They are left out.</summary>
    public int RowsWithoutKey => Data.Counts.RowsWithoutKey;

    /// <summary>Profiles whose key is null or blank. They are left as they are.</summary>
    public int ProfilesWithoutKey => Data.Counts.ProfilesWithoutKey;

    /// <summary>Keys that several rows or several profiles have.</summary>
    public int DuplicateKeys => Data.Counts.DuplicateKeys;

    /// <summary>Rows with such a key. They are left out.</summary>
    public int DuplicateRows => Data.Counts.DuplicateRows;

    /// <summary>Profiles with such a key. They are left as they are.</summary>
    public int DuplicateProfiles => Data.Counts.DuplicateProfiles;

    /// <summary>Rows for which no profile can be written: <c>map</c> threw, or a value is beyond its limits. The profiles of these
    /// rows are left as they are.</summary>
    public int FailedRows => Data.Counts.FailedRows;

    /// <summary>The first 1,000 duplicate keys.</summary>
    public IReadOnlyList<SyncDuplicate> Duplicates => Data.Duplicates;

    /// <summary>The first 1,000 rows of <see cref="FailedRows"/>.</summary>
    public IReadOnlyList<SyncRowFailure> Failures => Data.Failures;

    /// <summary>The share of the profiles with the ownership mark that the plan deletes, 0 to 1.</summary>
    public double DeletedShare => Deletes == 0 ? 0 : (double)Deletes / Math.Max(OwnedProfiles, Deletes);

    /// <summary>True when the plan writes nothing.</summary>
    public bool IsEmpty => Creates + Updates + Deletes == 0;

    /// <summary>The planned writes in the order in which they begin: updates, creates, deletes. Each enumeration reads them from
    /// the plan anew.</summary>
    public IEnumerable<SyncStep> Steps => Data.Updates.Concat(Data.Creates).Concat(Data.Deletes).Select(Shown);

    /// <summary>Carries out the plan. Before each update and delete, the profile is read again, and is skipped where it is no
    /// longer as it was when the plan was made. Before creates, profiles created since then are read, and a create whose key is
    /// among them is not sent.</summary>
    /// <remarks>Can be run again after it ended early: what is done is found to be as wanted, and is not written again. Don't run
    /// it twice at once: both runs may create the same profiles. An update
    /// costs two requests, a delete two, a create one, and the reading of the new profiles one a hundred.</remarks>
    /// <param name="client">Reads and writes. For a <see cref="ProfilesClient"/>, the run uses a background client of it.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run, with a <see cref="SyncCanceledException"/>.</param>
    /// <returns>What was done. Steps that were skipped or failed are in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ProfilesSyncException">The plan is of another scope, too old, or deletes too many, and nothing was sent; or
    /// the run ended early.</exception>
    /// <exception cref="SyncCanceledException">The run was cancelled; the report is in it.</exception>
    public Task<SyncReport> ApplyAsync(
        IProfilesClient client,
        SyncApplyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        return SyncSession.ApplyAsync(this, client, options ?? new(), cancellationToken);
    }

    /// <summary>For people: the counts, the first duplicates and failures, and the first ten writes of each kind. It shows values,
    /// which are your customers'.</summary>
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
