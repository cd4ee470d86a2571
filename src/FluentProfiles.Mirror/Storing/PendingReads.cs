using System.Data.Common;
using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Erased;

namespace FluentProfiles.Mirror.Storing;

/// <summary>The profiles of one scope that have to be read again. All but the reads of it need a transaction that holds the row of the
/// scope.</summary>
/// <param name="session">The connection.</param>
/// <param name="scope">The scope.</param>
/// <param name="erasures">Knows the profiles that were erased, which are not named again; null where nothing is written.</param>
internal sealed class PendingReads(MirrorSession session, int scope, ErasureWriting? erasures = null)
{
    // Stands in place of an id.
    private const string AllStatuses = "";

    private static readonly TimeSpan Tick = TimeSpan.FromMicroseconds(1);

    private readonly MirrorTable table = session.Tables.PendingReads;

    private MirrorColumn Profile => table[nameof(MirrorPendingRead.Profile)];

    private MirrorColumn Scope => table[nameof(MirrorPendingRead.Scope)];

    private MirrorColumn DueAt => table[nameof(MirrorPendingRead.DueAt)];

    private MirrorColumn Attempts => table[nameof(MirrorPendingRead.Attempts)];

    /// <summary>Marks profiles to be read at once, whether or not they are marked already. No reading that was requested before
    /// settles them.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="now">The time by the clock of the database.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public async Task MarkAsync(
        IReadOnlyCollection<string> ids,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var erased = await erasures!.AmongAsync(ids, cancellationToken).ConfigureAwait(false);
        foreach (var id in ids.Except(erased))
        {
            var known = await FindAsync(id, cancellationToken).ConfigureAwait(false);
            // Two reasons have different times, whatever the clock says.
            var lastAt = known?.LastAt + Tick is { } least && least > now ? least : now;
            await PutAsync(
                    new()
                    {
                        Scope = scope,
                        Profile = id,
                        FirstAt = known is { Attempts: 0 } ? known.FirstAt : lastAt,
                        LastAt = lastAt,
                        DueAt = now,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    /// <summary>Asks for a pass over all statuses, unless one was asked for.</summary>
    public async Task MarkStatusesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await StatusesAsync(cancellationToken).ConfigureAwait(false) is null)
            await MarkAsync([AllStatuses], now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The mark that asks for a pass over all statuses; null for none.</summary>
    public Task<MirrorPendingRead?> StatusesAsync(CancellationToken cancellationToken) =>
        FindAsync(AllStatuses, cancellationToken);

    /// <summary>Those that are due, the first ones first.</summary>
    /// <param name="now">The time by the clock of the database.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    public async Task<List<MirrorPendingRead>> DueAsync(
        DateTimeOffset now,
        int most,
        CancellationToken cancellationToken
    )
    {
        var sql = SqlText.Select(
            table,
            table.Columns,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SqlText.Where(Scope)} AND {DueAt.Name} <= {SqlText.Parameter(1)} AND {Profile.Name} <> {SqlText.Parameter(2)} ORDER BY {DueAt.Name} LIMIT {most}"
            )
        );
        var statement = await session
            .StatementAsync(sql, [Scope, DueAt, Profile], cancellationToken)
            .ConfigureAwait(false);
        statement.SetAll(scope, now, AllStatuses);
        return await statement
            .ReadAsync(EntityRows.Read<MirrorPendingRead>(table), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>How many were not read since they were marked, and when the first of them was marked.</summary>
    public async Task<(long Count, DateTimeOffset? Oldest)> UnreadAsync(CancellationToken cancellationToken)
    {
        var firstAt = table[nameof(MirrorPendingRead.FirstAt)];
        var sql =
            $"SELECT count(*), coalesce(min({firstAt.Name}), 0) FROM {table.Name} {SqlText.Where(Scope, Attempts)} AND {Profile.Name} <> {SqlText.Parameter(2)}";
        var statement = await session
            .StatementAsync(sql, [Scope, Attempts, Profile], cancellationToken)
            .ConfigureAwait(false);
        statement.SetAll(scope, 0, AllStatuses);
        var found = await statement.ReadAsync(CountOf, cancellationToken).ConfigureAwait(false);
        return found.Single();
    }

    /// <summary>Ends the wait of a profile, unless it was marked again meanwhile.</summary>
    public Task SettleAsync(MirrorPendingRead seen, CancellationToken cancellationToken) =>
        session.DeleteAsync(
            table,
            [.. table.Keys, table[nameof(MirrorPendingRead.LastAt)]],
            [.. table.Keys.Select(key => key.ValueOf(seen)), seen.LastAt],
            cancellationToken
        );

    /// <summary>Ends the waits of all profiles that were marked before a time.</summary>
    public async Task SettleBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var lastAt = table[nameof(MirrorPendingRead.LastAt)];
        var delete = await session
            .StatementAsync(
                $"{SqlText.Delete(table, Scope)} AND {lastAt.Name} < {SqlText.Parameter(1)}",
                [Scope, lastAt],
                cancellationToken
            )
            .ConfigureAwait(false);
        delete.SetAll(scope, time);
        await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a profile again later, unless it was marked again meanwhile.</summary>
    /// <param name="seen">The row as it was read.</param>
    /// <param name="dueAt">When it is to be read.</param>
    /// <param name="attempts">How often it has been read.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public async Task PostponeAsync(
        MirrorPendingRead seen,
        DateTimeOffset dueAt,
        int attempts,
        CancellationToken cancellationToken
    )
    {
        var known = await FindAsync(seen.Profile, cancellationToken).ConfigureAwait(false);
        if (known?.LastAt != seen.LastAt)
            return;
        (known.DueAt, known.Attempts) = (dueAt, attempts);
        await PutAsync(known, cancellationToken).ConfigureAwait(false);
    }

    private async Task<MirrorPendingRead?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await session
            .FindAsync<MirrorPendingRead>(table, [Scope, Profile], [scope, id], cancellationToken)
            .ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    private Task PutAsync(MirrorPendingRead row, CancellationToken cancellationToken) =>
        session.PutAsync(table, row, cancellationToken);

    private static (long Count, DateTimeOffset? Oldest) CountOf(DbDataReader reader)
    {
        var count = Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture);
        var oldest = Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture);
        return (count, count == 0 ? null : Microseconds.ToTime(oldest));
    }
}
