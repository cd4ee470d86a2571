using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Storing.Erased;

/// <summary>Finds out which profiles were erased.</summary>
internal static class ErasedProfiles
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <summary>Those of some profiles that were erased. Sends nothing where no profile was.</summary>
    public static async Task<IReadOnlySet<string>> AmongAsync(
        MirrorSession session,
        MirrorScope scope,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (scope.ErasureKeys is null || ids.Count == 0)
            return None;
        var keys = ErasureHash.KeysOf(scope);
        var byHash = ids.Distinct()
            .SelectMany(id => keys.Select(key => (Hash: ErasureHash.Of(id, key), Id: id)))
            .ToDictionary();
        var table = session.Tables.Erasures;
        var hash = table[nameof(MirrorErasure.Hash)];
        var found = await session
            .FindAnyAsync(
                table,
                [hash],
                (table[nameof(MirrorErasure.Scope)], scope.Id),
                (hash, [.. byHash.Keys]),
                row => row.GetString(0),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found.Select(one => byHash[one]).ToHashSet();
    }
}
