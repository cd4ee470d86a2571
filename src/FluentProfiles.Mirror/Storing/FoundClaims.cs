using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Claims of references that concern nobody any more.</summary>
internal static class FoundClaims
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    /// <summary>Ends the claims of processes that have ended before they sent anything, and whose reference nobody has asked for
    /// since.</summary>
    public static async Task EndAbandonedAsync(
        MirrorSession session,
        int scope,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var claims = session.Tables.Claims;
        var (state, expires) = (claims[nameof(MirrorClaim.State)], claims[nameof(MirrorClaim.ExpiresAt)]);
        var delete = await session
            .StatementAsync(
                $"{SqlText.Delete(claims, claims.Keys[0], state)} AND {expires.Name} < {SqlText.Parameter(2)}",
                [claims.Keys[0], state, expires],
                cancellationToken
            )
            .ConfigureAwait(false);
        delete.SetAll(scope, MirrorClaimState.Claimed, now - Abandoned);
        await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends those whose profile is stored now: there is nothing left to claim.</summary>
    public static async Task EndAsync(
        MirrorSession session,
        int scope,
        IEnumerable<ProfileRow> stored,
        CancellationToken cancellationToken
    )
    {
        var references = stored.Select(row => row.Profile.ExternalUserDetails.ReferenceId).OfType<string>().ToArray();
        if (references.Length == 0)
            return;
        var claims = session.Tables.Claims;
        var reference = claims[nameof(MirrorClaim.Reference)];
        var delete = await session
            .ListStatementAsync(
                $"{SqlText.Delete(claims, claims.Keys[0])} AND {reference.Name} {session.AnyValue(1)}",
                [(claims.Keys[0], scope)],
                (reference, references),
                cancellationToken
            )
            .ConfigureAwait(false);
        await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
    }
}
