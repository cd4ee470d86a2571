using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Erased;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Finds the scopes of a database that an event may concern.</summary>
internal static class ScopesOf
{
    /// <param name="session">The connection.</param>
    /// <param name="profile">The id of the profile.</param>
    /// <param name="own">The scope that receives the event.</param>
    /// <param name="abandoned">How long ago another scope was refreshed that takes no part.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The numbers of those that have the profile, or have erased it; of all, where none has it.</returns>
    public static async Task<IReadOnlyList<int>> FindAsync(
        MirrorSession session,
        string profile,
        int own,
        TimeSpan abandoned,
        CancellationToken cancellationToken
    )
    {
        var now = await session.NowAsync(cancellationToken).ConfigureAwait(false);
        var scopes = await AllAsync(session, cancellationToken).ConfigureAwait(false);
        MirrorScope[] live = [.. scopes.Where(scope => scope.Id == own || LastSeen(scope) > now - abandoned)];
        List<int> having = [];
        foreach (var scope in scopes)
        {
            if (
                await HasErasedAsync(session, scope, profile, cancellationToken).ConfigureAwait(false)
                || (
                    live.Contains(scope)
                    && await HasAsync(session, scope, profile, cancellationToken).ConfigureAwait(false)
                )
            )
                having.Add(scope.Id);
        }
        return having.Count > 0 ? having : [.. live.Select(scope => scope.Id)];
    }

    /// <summary>Every scope of the database.</summary>
    public static Task<List<MirrorScope>> AllAsync(MirrorSession session, CancellationToken cancellationToken) =>
        session.FindAsync<MirrorScope>(session.Tables.Scopes, [], [], cancellationToken);

    private static async Task<bool> HasAsync(
        MirrorSession session,
        MirrorScope scope,
        string profile,
        CancellationToken cancellationToken
    )
    {
        var found = await new MirrorReader(session, scope.Id)
            .ByIdAsync([profile], cancellationToken)
            .ConfigureAwait(false);
        return found.Count > 0;
    }

    // A scope that has erased the profile had it. No other one shall store its id then, even if nobody refreshes that scope any more.
    private static async Task<bool> HasErasedAsync(
        MirrorSession session,
        MirrorScope scope,
        string profile,
        CancellationToken cancellationToken
    )
    {
        var erased = await ErasedProfiles
            .AmongAsync(session, scope, [profile], cancellationToken)
            .ConfigureAwait(false);
        return erased.Count > 0;
    }

    // A first load has no pass yet that is complete.
    private static DateTimeOffset? LastSeen(MirrorScope scope) => scope.LeasedUntil ?? scope.NewAsOf;
}
