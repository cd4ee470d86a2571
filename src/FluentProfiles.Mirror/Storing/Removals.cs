using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Remembers for a week which profiles were removed, so that a page that was requested before a removal and is stored after
/// it does not bring the profile back.</summary>
internal sealed class Removals(MirrorSession session, MirrorScope scope)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly MirrorTable table = session.Tables.Removals;

    private MirrorColumn Scope => table[nameof(MirrorRemoval.Scope)];

    private MirrorColumn At => table[nameof(MirrorRemoval.At)];

    /// <summary>Notes that the service has none of these profiles.</summary>
    public async Task AddAsync(IEnumerable<string> ids, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            MirrorRemoval removal = new()
            {
                Scope = scope.Id,
                Profile = id,
                At = at,
            };
            await session.PutAsync(table, removal, cancellationToken).ConfigureAwait(false);
        }
        scope.LastRemoval = at;
    }

    /// <inheritdoc cref="AliveAsync"/>
    /// <exception cref="MirrorException">A reading is older than what is remembered.</exception>
    public Task<IReadOnlyList<ProfileRow>> ExceptRemovedAsync(
        IReadOnlyList<ProfileRow> readings,
        CancellationToken cancellationToken
    ) =>
        readings.Any(row => row.RequestedAt < scope.LastMoment - Kept)
            ? throw new MirrorException(
                $"A reading is more than {Kept.Days} days older than others that are stored, so a profile that was removed since might come back. It is not written. This process was suspended, or the clock of the database was set. Run a pass."
            )
            : AliveAsync(readings, cancellationToken);

    /// <summary>Returns the readings of profiles that are not remembered as removed since they were requested.</summary>
    public async Task<IReadOnlyList<ProfileRow>> AliveAsync(
        IReadOnlyList<ProfileRow> readings,
        CancellationToken cancellationToken
    )
    {
        if (readings.Count == 0)
            return readings;
        var first = readings.Min(row => row.RequestedAt);
        // Few pages are under way while a profile is removed.
        if (scope.LastRemoval is null || scope.LastRemoval <= first)
            return readings;
        var removed = await AmongAsync(readings, cancellationToken).ConfigureAwait(false);
        return [.. readings.Where(row => !removed.TryGetValue(row.Id, out var at) || at <= row.RequestedAt)];
    }

    /// <summary>Forgets the removals that no reading can be older than.</summary>
    public async Task DropOldAsync(CancellationToken cancellationToken)
    {
        if (scope.LastMoment is not { } last)
            return;
        var delete = await session
            .StatementAsync($"{SqlText.Delete(table, Scope)} AND {At.Name} < @p1", [Scope, At], cancellationToken)
            .ConfigureAwait(false);
        delete.SetAll(scope.Id, last - Kept);
        await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, DateTimeOffset>> AmongAsync(
        IReadOnlyList<ProfileRow> readings,
        CancellationToken cancellationToken
    )
    {
        var profile = table[nameof(MirrorRemoval.Profile)];
        var found = await session
            .FindAnyAsync(
                table,
                [profile, At],
                (Scope, scope.Id),
                (profile, [.. readings.Select(row => row.Id)]),
                row =>
                    ((string)profile.FromDatabase(row.GetValue(0))!, (DateTimeOffset)At.FromDatabase(row.GetValue(1))!),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found.ToDictionary();
    }
}
