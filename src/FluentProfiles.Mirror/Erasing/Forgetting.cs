using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Erasing;

/// <summary>Erases profiles on request. Thread-safe.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">The time of erasures.</param>
internal sealed class Forgetting(MirrorStore store, TimeProvider clock)
{
    /// <returns>True where the profile was stored.</returns>
    public async Task<bool> ForgetAsync(string id, CancellationToken cancellationToken)
    {
        var wasStored = await store
            .WriteAsync(
                async (writer, token) =>
                {
                    await writer.Erasures.NoteAsync(id, clock.GetUtcNow(), token).ConfigureAwait(false);
                    return await DeleteAsync(writer, id, token).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        await store.RewriteAsync(cancellationToken).ConfigureAwait(false);
        return wasStored;
    }

    /// <returns>True where the profile was erased.</returns>
    public Task<bool> LiftAsync(string id, CancellationToken cancellationToken) =>
        store.WriteAsync((writer, token) => writer.Erasures.LiftAsync(id, token), cancellationToken);

    public Task<string> ExportAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
            {
                // Read afterwards, the scope has the keys of all of them.
                var erasures = await reader.ErasuresAsync(token).ConfigureAwait(false);
                var scope = await reader.ScopeAsync(token).ConfigureAwait(false);
                return new ErasureLedger
                {
                    Address = scope.Address,
                    Workspace = scope.Workspace,
                    Keys = scope.ErasureKeys ?? [],
                    Erasures =
                    [
                        .. erasures
                            .OrderBy(erasure => erasure.At)
                            .Select(erasure => new LedgerEntry(erasure.Hash, erasure.At)),
                    ],
                }.Write();
            },
            cancellationToken
        );

    /// <returns>How many profiles were erased of which something was stored.</returns>
    public async Task<int> ApplyAsync(ErasureLedger ledger, CancellationToken cancellationToken)
    {
        // From here on, no pass stores one of them again.
        await store
            .WriteAsync((writer, token) => NoteAsync(writer, ledger, token), cancellationToken)
            .ConfigureAwait(false);
        HashSet<string> erased = [];
        await foreach (var ids in StoredIds.ReadAsync(store, cancellationToken).ConfigureAwait(false))
        {
            var found = await store
                .WriteAsync((writer, token) => DeleteErasedAsync(writer, ids, token), cancellationToken)
                .ConfigureAwait(false);
            erased.UnionWith(found);
        }
        // An earlier call may have deleted the rows and failed here.
        if (ledger.Erasures.Count > 0)
            await store.RewriteAsync(cancellationToken).ConfigureAwait(false);
        return erased.Count;
    }

    private static async Task NoteAsync(MirrorWriter writer, ErasureLedger ledger, CancellationToken cancellationToken)
    {
        writer.Erasures.AddKeys(ledger.Keys);
        writer.SaveScope();
        await writer
            .Erasures.NoteAsync(
                [
                    .. ledger.Erasures.Select(entry => new MirrorErasure
                    {
                        Scope = writer.Scope.Id,
                        Hash = entry.Hash,
                        At = entry.At,
                    }),
                ],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static async Task<IReadOnlySet<string>> DeleteErasedAsync(
        MirrorWriter writer,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var found = await writer.Erasures.AmongAsync(ids, cancellationToken).ConfigureAwait(false);
        foreach (var id in found)
            await DeleteAsync(writer, id, cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static async Task<bool> DeleteAsync(MirrorWriter writer, string id, CancellationToken cancellationToken)
    {
        writer.SaveScope();
        await PassStore.LeaveOutAsync(writer, id, cancellationToken).ConfigureAwait(false);
        return await writer.Erasures.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
    }
}
