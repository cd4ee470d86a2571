using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;

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

    /// <summary>Ends those whose profile is stored: there is nothing left to claim. What a pass has found may have waited for a
    /// person.</summary>
    public static async Task EndAsync(MirrorSession session, int scope, CancellationToken cancellationToken)
    {
        var claims = session.Tables.Claims;
        var delete = await session
            .StatementAsync(
                $"{SqlText.Delete(claims, claims.Keys[0])} AND {Condition(session.Tables)}",
                [claims.Keys[0]],
                cancellationToken
            )
            .ConfigureAwait(false);
        delete.SetAll(scope);
        await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The condition on a claim. The first parameter is the scope.</summary>
    public static string Condition(MirrorTables tables)
    {
        var (profiles, claims) = (tables.Profiles, tables.Claims);
        return $"EXISTS (SELECT 1 FROM {profiles.Name} AS p WHERE p.{profiles[nameof(MirroredProfile.Scope)].Name} = @p0 "
            + $"AND p.{profiles[nameof(MirroredProfile.ReferenceId)].Name} = {claims.Name}.{claims[nameof(MirrorClaim.Reference)].Name})";
    }
}
