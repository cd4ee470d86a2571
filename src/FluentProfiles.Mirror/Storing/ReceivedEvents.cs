using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Storing;

/// <summary>The webhook events of one scope, so that repetitions are known.</summary>
internal sealed class ReceivedEvents(MirrorSession session, int scope)
{
    private readonly MirrorTable table = session.Tables.Events;

    /// <returns>False for an event that is there already.</returns>
    public async Task<bool> AddAsync(MirrorEvent received, CancellationToken cancellationToken)
    {
        var insert = await session
            .StatementAsync(SqlText.InsertIfAbsent(table, table.Columns), table.Columns, cancellationToken)
            .ConfigureAwait(false);
        insert.SetFrom(received);
        return await insert.WriteAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    /// <summary>Removes some of the events that were received before a time.</summary>
    /// <returns>How many were removed.</returns>
    public async Task<int> PruneAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        var (ofScope, id) = (table[nameof(MirrorEvent.Scope)], table[nameof(MirrorEvent.Id)]);
        var receivedAt = table[nameof(MirrorEvent.ReceivedAt)];
        var old = SqlText.Select(
            table,
            [id],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SqlText.Where(ofScope)} AND {receivedAt.Name} < {SqlText.Parameter(1)} ORDER BY {receivedAt.Name} LIMIT {most}"
            )
        );
        var delete = await session
            .StatementAsync(
                $"{SqlText.Delete(table, ofScope)} AND {id.Name} IN ({old})",
                [ofScope, receivedAt],
                cancellationToken
            )
            .ConfigureAwait(false);
        delete.SetAll(scope, before);
        return await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
    }
}
