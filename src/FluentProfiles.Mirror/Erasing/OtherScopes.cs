using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Erasing;

/// <summary>Deletes what the other scopes of the database have of erased profiles that they do not store: until one scope has a profile,
/// its events are stored in all of them. Each transaction locks one scope. Thread-safe.</summary>
/// <param name="store">The scope that has erased the profiles.</param>
internal sealed class OtherScopes(MirrorStore store)
{
    /// <summary>Deletes every row that names one of some profiles. From the erasure on, no scope stores an event of theirs.</summary>
    public async Task ClearAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var scope in await NumbersAsync(cancellationToken).ConfigureAwait(false))
            await ClearAsync(scope, ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes every row that names a profile of the erasures of this scope. Reads all ids that such rows name.</summary>
    public async Task ClearErasedAsync(CancellationToken cancellationToken)
    {
        foreach (var scope in await NumbersAsync(cancellationToken).ConfigureAwait(false))
        {
            var named = StoredIds.NamedAsync(store, scope, cancellationToken);
            await foreach (var ids in named.ConfigureAwait(false))
            {
                var erased = await store
                    .ReadAsync((reader, token) => reader.ErasedAsync(ids, token), cancellationToken)
                    .ConfigureAwait(false);
                if (erased.Count > 0)
                    await ClearAsync(scope, [.. erased], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<int[]> NumbersAsync(CancellationToken cancellationToken) =>
        store.ReadInSessionAsync(NumbersAsync, store.Contexts, cancellationToken);

    private static async Task<int[]> NumbersAsync(MirrorSession session, int own, CancellationToken cancellationToken)
    {
        var all = await ScopesOf.AllAsync(session, cancellationToken).ConfigureAwait(false);
        return [.. all.Select(scope => scope.Id).Where(id => id != own).Order()];
    }

    private Task ClearAsync(int scope, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        store.WriteToAsync(scope, (writer, token) => ClearAsync(writer, ids, token), cancellationToken);

    /// <returns>How many of the profiles the scope does not have.</returns>
    private static async Task<int> ClearAsync(
        MirrorWriter writer,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var stored = await writer.Reader.ByIdAsync(ids, cancellationToken).ConfigureAwait(false);
        string[] absent = [.. ids.Except(stored.Select(row => row.Id))];
        if (absent.Length == 0)
            return 0;
        writer.SaveScope();
        await PassStore.LeaveOutAsync(writer, absent, cancellationToken).ConfigureAwait(false);
        await writer.Erasures.DeleteNamedAsync(absent, cancellationToken).ConfigureAwait(false);
        return absent.Length;
    }
}
