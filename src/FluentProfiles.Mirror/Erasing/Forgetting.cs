using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Erasing;

/// <summary>Erases profiles on request. Thread-safe.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">The time of erasures.</param>
internal sealed class Forgetting(MirrorStore store, TimeProvider clock)
{
    // Other writers of the mirror wait meanwhile.
    private const int MostAtOnce = 100;

    private readonly OtherScopes others = new(store);

    /// <returns>True where the profile was stored.</returns>
    public async Task<bool> ForgetAsync(string id, CancellationToken cancellationToken)
    {
        var stored = await EraseAsync([id], cancellationToken).ConfigureAwait(false);
        await store.RewriteAsync(cancellationToken).ConfigureAwait(false);
        return stored > 0;
    }

    /// <returns>How many of the profiles were stored.</returns>
    public async Task<int> ForgetAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var (stored, erased) = (0, 0);
        try
        {
            foreach (var some in ids.Chunk(MostAtOnce))
            {
                stored += await EraseAsync(some, cancellationToken).ConfigureAwait(false);
                erased += some.Length;
            }
            if (ids.Count > 0)
                await store.RewriteAsync(cancellationToken).ConfigureAwait(false);
            return stored;
        }
        catch (MirrorDatabaseException cause)
        {
            throw new MirrorErasureException([.. ids.Take(erased)], ids.Count, cause);
        }
    }

    /// <returns>How many of the profiles were stored.</returns>
    private async Task<int> EraseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var stored = 0;
        await store
            .WriteAsync(
                async (writer, token) =>
                {
                    await writer.Erasures.NoteAsync(ids, clock.GetUtcNow(), token).ConfigureAwait(false);
                    // One whose commit got no answer runs again, and finds nothing then.
                    stored = Math.Max(stored, await DeleteAsync(writer, ids, token).ConfigureAwait(false));
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        await others.ClearAsync(ids, cancellationToken).ConfigureAwait(false);
        return stored;
    }

    /// <returns>True where the profile was erased.</returns>
    public Task<bool> LiftAsync(string id, CancellationToken cancellationToken)
    {
        var wasErased = false;
        return store.WriteAsync(
            async (writer, token) => wasErased |= await writer.Erasures.LiftAsync(id, token).ConfigureAwait(false),
            cancellationToken
        );
    }

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
        foreach (var entries in ledger.Erasures.Chunk(MostAtOnce))
            await store
                .WriteAsync((writer, token) => NoteAsync(writer, ledger.Keys, entries, token), cancellationToken)
                .ConfigureAwait(false);
        HashSet<string> erased = [];
        await foreach (var ids in StoredIds.ReadAsync(store, cancellationToken).ConfigureAwait(false))
        {
            var found = await store
                .ReadAsync((reader, token) => reader.ErasedAsync(ids, token), cancellationToken)
                .ConfigureAwait(false);
            foreach (var some in found.Chunk(MostAtOnce))
                await store
                    .WriteAsync((writer, token) => DeleteAsync(writer, some, token), cancellationToken)
                    .ConfigureAwait(false);
            erased.UnionWith(found);
        }
        await others.ClearErasedAsync(cancellationToken).ConfigureAwait(false);
        // An earlier call may have deleted the rows and failed here.
        if (ledger.Erasures.Count > 0)
            await store.RewriteAsync(cancellationToken).ConfigureAwait(false);
        return erased.Count;
    }

    private static async Task NoteAsync(
        MirrorWriter writer,
        byte[] keys,
        IReadOnlyList<LedgerEntry> entries,
        CancellationToken cancellationToken
    )
    {
        writer.Erasures.AddKeys(keys);
        writer.SaveScope();
        await writer
            .Erasures.NoteAsync(
                [
                    .. entries.Select(entry => new MirrorErasure
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

    /// <returns>How many of the profiles were stored.</returns>
    private static async Task<int> DeleteAsync(
        MirrorWriter writer,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        writer.SaveScope();
        await PassStore.LeaveOutAsync(writer, ids, cancellationToken).ConfigureAwait(false);
        return await writer.Erasures.DeleteAsync(ids, cancellationToken).ConfigureAwait(false);
    }
}
