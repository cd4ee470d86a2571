using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Inbox;

/// <summary>Finds the scopes of a database that an event may concern.</summary>
internal static class ScopesOf
{
    /// <param name="session">The connection.</param>
    /// <param name="profile">The id of the profile.</param>
    /// <param name="own">The scope that receives the event.</param>
    /// <param name="abandoned">How long ago another scope was refreshed that takes no part.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>The numbers of those that have the profile; of all, where none has it.</returns>
    public static async Task<IReadOnlyList<int>> FindAsync(
        MirrorSession session,
        string profile,
        int own,
        TimeSpan abandoned,
        CancellationToken cancellationToken
    )
    {
        var now = await session.NowAsync(cancellationToken).ConfigureAwait(false);
        var scopes = await session
            .FindAsync<MirrorScope>(session.Tables.Scopes, [], [], cancellationToken)
            .ConfigureAwait(false);
        int[] live =
        [
            .. scopes.Where(scope => scope.Id == own || LastSeen(scope) > now - abandoned).Select(scope => scope.Id),
        ];
        List<int> having = [];
        foreach (var scope in live)
        {
            var found = await new MirrorReader(session, scope)
                .ByIdAsync([profile], cancellationToken)
                .ConfigureAwait(false);
            if (found.Count > 0)
                having.Add(scope);
        }
        return having.Count > 0 ? having : live;
    }

    // A first load has no pass yet that is complete.
    private static DateTimeOffset? LastSeen(MirrorScope scope) => scope.LeasedUntil ?? scope.NewAsOf;
}
