using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.References.Caching;

/// <summary>Reads which profiles have changed behind a position of the feed of changes, and which references these have.</summary>
internal sealed class ChangedReferences(MirrorSession session, int scope)
{
    // Beyond it, everything is read again.
    private const int Most = 1_000;

    private readonly MirrorReader reader = new(session, scope);

    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    public async Task<FollowedChanges> ReadAsync(long after, CancellationToken cancellationToken)
    {
        var state = await reader.ScopeAsync(cancellationToken).ConfigureAwait(false);
        ReadyMirror.ThrowUnless(state.AsOf is not null);
        var last = state.ChangesGiven;
        if (last == after)
            return FollowedChanges.None(last);
        // A database that was restored has gone back.
        if (last < after || state.ChangesDropped > after || last - after > Most)
            return FollowedChanges.Any(last);
        var entries = await IdsAsync(after, last, cancellationToken).ConfigureAwait(false);
        // A profile that was erased has left a position without an entry.
        if (entries.Count < last - after)
            return FollowedChanges.Any(last);
        string[] ids = [.. entries.Distinct()];
        return new(last, ids, await reader.ReferencesAsync(ids, cancellationToken).ConfigureAwait(false));
    }

    private async Task<List<string>> IdsAsync(long after, long last, CancellationToken cancellationToken)
    {
        var table = session.Tables.Changes;
        var (position, profile) = (table[nameof(MirrorChange.Position)], table[nameof(MirrorChange.Profile)]);
        Condition condition = new(table[nameof(MirrorChange.Scope)], scope);
        condition.AddBound(position, ">", after);
        condition.AddBound(position, "<=", last);
        var select = await session
            .StatementAsync(SqlText.Select(table, [profile], condition.Text), condition.Columns, cancellationToken)
            .ConfigureAwait(false);
        select.SetAll([.. condition.Values]);
        return await select
            .ReadAsync(row => (string)profile.FromDatabase(row.GetValue(0))!, cancellationToken)
            .ConfigureAwait(false);
    }
}
