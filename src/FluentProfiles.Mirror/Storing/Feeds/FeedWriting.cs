using System.Text.Json;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing.Feeds;

/// <summary>Writes entries of the feed of changes, within the transaction that makes the changes. Positions are given while the row of
/// the scope is locked, so entries become visible in their order: a sequence would give numbers to transactions that commit
/// later.</summary>
/// <param name="session">The connection, in a transaction.</param>
/// <param name="locked">The locked row of the scope, which the caller saves, and the moment that entries bear: no clock of a process
/// dates them.</param>
/// <param name="settings">What an entry holds.</param>
/// <param name="reader">Reads the JSON of rows.</param>
internal sealed class FeedWriting(
    MirrorSession session,
    LockedScope locked,
    FeedSettings settings,
    ProfileRowReader reader
)
{
    private const int AtOnce = 500;

    private readonly MirrorScope scope = locked.Row;
    private readonly MirrorTable changes = session.Tables.Changes;

    // A first load is the state from which the feed starts.
    private bool IsKept => scope.AsOf is not null;

    private MirrorColumn Scope => changes[nameof(MirrorChange.Scope)];

    private MirrorColumn Position => changes[nameof(MirrorChange.Position)];

    private string NoValues =>
        $"{changes[nameof(MirrorChange.Before)].Name} = NULL, {changes[nameof(MirrorChange.After)].Name} = NULL";

    // Keys of metadata may be anything.
    private string NoContent => $"{NoValues}, {changes[nameof(MirrorChange.Fields)].Name} = '[]'";

    /// <summary>Adds an entry for each profile, after its row was added.</summary>
    public Task AddCreatedAsync(IReadOnlyList<KeyedRow> rows, CancellationToken cancellationToken) =>
        AddAsync(
            rows.Select(keyed => Entry(MirrorChangeKind.Created, keyed.Row.Id, after: keyed.Row.Json)),
            cancellationToken
        );

    /// <summary>Adds an entry for each profile, before its row is replaced.</summary>
    public async Task AddChangedAsync(IReadOnlyList<KeyedRow> rows, CancellationToken cancellationToken)
    {
        if (!IsKept || rows.Count == 0)
            return;
        var stored = await JsonOfAsync([.. rows.Select(keyed => keyed.Key)], cancellationToken).ConfigureAwait(false);
        await AddAsync(rows.Select(keyed => Changed(stored[keyed.Key], keyed.Row)), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Adds an entry for each profile that was removed. Earlier entries lose their content: of a profile that is gone nothing
    /// stays but its id.</summary>
    public async Task AddRemovedAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        MirrorColumn[] by = [Scope, changes[nameof(MirrorChange.Profile)]];
        var update = await session
            .StatementAsync($"UPDATE {changes.Name} SET {NoContent} {SqlText.Where(by)}", by, cancellationToken)
            .ConfigureAwait(false);
        foreach (var id in ids)
        {
            update.SetAll(scope.Id, id);
            await update.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
        await AddAsync(ids.Select(id => Entry(MirrorChangeKind.Removed, id)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the values of some entries: they may have members that are no longer stored.</summary>
    /// <param name="after">The position behind which they begin.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>The position at which they end; null where there are none.</returns>
    public async Task<long?> DropValuesAsync(long after, CancellationToken cancellationToken)
    {
        var first = Math.Max(after, scope.ChangesDropped);
        if (first >= scope.ChangesGiven)
            return null;
        Condition condition = new(Scope, scope.Id);
        condition.AddBound(Position, ">", first);
        condition.AddBound(Position, "<=", first + AtOnce);
        await RunAsync($"UPDATE {changes.Name} SET {NoValues}", condition, cancellationToken).ConfigureAwait(false);
        return first + AtOnce;
    }

    /// <summary>Begins a new feed. Tokens of the one before are of no use for it. The position moves, so that whoever follows it knows
    /// that everything may differ.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await session.DeleteAsync(changes, [Scope], [scope.Id], cancellationToken).ConfigureAwait(false);
        scope.Feed = FeedNumber.New();
        scope.ChangesDropped = ++scope.ChangesGiven;
    }

    /// <summary>Deletes the oldest entries.</summary>
    /// <param name="last">The position of the last one that is deleted.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    public async Task DropAsync(long last, CancellationToken cancellationToken)
    {
        if (last <= scope.ChangesDropped)
            return;
        Condition condition = new(Scope, scope.Id);
        condition.AddBound(Position, "<=", last);
        await RunAsync($"DELETE FROM {changes.Name}", condition, cancellationToken).ConfigureAwait(false);
        scope.ChangesDropped = last;
    }

    private async Task RunAsync(string command, Condition condition, CancellationToken cancellationToken)
    {
        var statement = await session
            .StatementAsync($"{command} {condition.Text}", condition.Columns, cancellationToken)
            .ConfigureAwait(false);
        statement.SetAll([.. condition.Values]);
        await statement.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task AddAsync(IEnumerable<MirrorChange> entries, CancellationToken cancellationToken)
    {
        if (!IsKept)
            return;
        object?[][] rows =
        [
            .. entries.Select(entry => changes.Columns.Select(column => column.ValueOf(entry)).ToArray()),
        ];
        await session.InsertAsync(changes, changes.Columns, rows, cancellationToken).ConfigureAwait(false);
    }

    private MirrorChange Changed(byte[] before, ProfileRow row)
    {
        var old = reader.Read(before, row.RequestedAt).Profile;
        var names = UserProfileComparer.Content.Differences(old, row.Profile).Select(change => change.Member);
        return Entry(MirrorChangeKind.Changed, row.Id, before, row.Json, JsonSerializer.Serialize(names));
    }

    private MirrorChange Entry(
        MirrorChangeKind kind,
        string id,
        byte[]? before = null,
        byte[]? after = null,
        string fields = "[]"
    ) =>
        new()
        {
            Scope = scope.Id,
            Position = ++scope.ChangesGiven,
            Profile = id,
            Kind = kind,
            At = locked.Moment,
            Fields = fields,
            Before = settings.KeepsValues ? before : null,
            After = settings.KeepsValues ? after : null,
        };

    private async Task<Dictionary<long, byte[]>> JsonOfAsync(long[] keys, CancellationToken cancellationToken)
    {
        var profiles = session.Tables.Profiles;
        var (key, json) = (profiles.Keys[0], profiles[nameof(MirroredProfile.Json)]);
        var found = await session
            .FindAnyAsync(
                profiles,
                [key, json],
                (profiles[nameof(MirroredProfile.Scope)], scope.Id),
                (key, [.. keys]),
                row => (Key: row.GetInt64(0), Json: (byte[])row.GetValue(1)),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found.ToDictionary(row => row.Key, row => row.Json);
    }
}
