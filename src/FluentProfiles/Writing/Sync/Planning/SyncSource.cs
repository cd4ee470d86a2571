using FluentProfiles.Writing.Single;
using FluentProfiles.Writing.Sync.Applying;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The rows of a sync, and how they become profiles.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="RowKey">The key of a row.</param>
/// <param name="Map">The profile that a row wants.</param>
/// <param name="Rules">The rules.</param>
internal sealed record SyncSource<TRow>(
    IAsyncEnumerable<TRow> Rows,
    Func<TRow, string?> RowKey,
    Func<TRow, NewProfile> Map,
    SyncRules Rules
)
{
    // 0.5 %
    private const double DefaultShare = 0.005;

    /// <summary>Reads all rows, then all profiles, and makes the plan.</summary>
    public async Task<SyncPlan> PlanAsync(SyncSession session, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var environment = session.Environment;
        var now = environment.Clock.GetUtcNow();
        WriteRules writes = new(environment.Betas, now, parameter: null);
        writes.ThrowIfNotAccepted(Rules.Key.Owner);
        PlanData frame = new()
        {
            CreatedAt = now,
            Scope = SyncScope.Of(environment),
            KeyMember = Rules.Key.Member,
            KeyPair = Rules.Key.Key,
            Mark = Rules.Mark,
            MaxDeletedShare = session.Options.MaxDeletedShare ?? DefaultShare,
        };
        SyncComparison comparison = new(Rules, writes);
        await AddRowsAsync(comparison, cancellationToken).ConfigureAwait(false);
        await AddProfilesAsync(comparison, session, cancellationToken).ConfigureAwait(false);
        var plan = new SyncPlan(comparison.ToPlan(frame));
        if (Rules.StopOnDuplicates && plan.DuplicateKeys > 0)
            throw new ProfilesSyncException(
                SyncStopReason.Duplicates,
                $"{plan.DuplicateKeys} keys are not unique among the rows or among the profiles, and {nameof(SyncOptions.StopOnDuplicates)} is set. Nothing was written. The Duplicates of the exception's Plan name them."
            )
            {
                Plan = plan,
            };
        return plan;
    }

    private async Task AddRowsAsync(SyncComparison comparison, CancellationToken cancellationToken)
    {
        await foreach (var row in Rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            comparison.AddRow(RowKey(row), () => Map(row));
        }
        if (comparison.HasNoRows && !Rules.AllowEmptyRows)
            throw new ProfilesSyncException(
                SyncStopReason.EmptyRows,
                $"{(comparison.Rows == 0 ? "There are no rows" : $"None of the {comparison.Rows} rows has a key")}, which usually means that their source failed. Nothing was sent. Set {nameof(SyncOptions.AllowEmptyRows)} if it is right."
            );
    }

    private static async Task AddProfilesAsync(
        SyncComparison comparison,
        SyncSession session,
        CancellationToken cancellationToken
    )
    {
        var all = await session.Client.AllAsync(cancellationToken).ConfigureAwait(false);
        var profiles = all.WithProgress(session.Progress).GetAsyncEnumerator(cancellationToken);
        await using (profiles.ConfigureAwait(false))
        {
            while (await profiles.MoveNextAsync().ConfigureAwait(false))
                comparison.AddProfile(profiles.Current);
        }
    }
}
