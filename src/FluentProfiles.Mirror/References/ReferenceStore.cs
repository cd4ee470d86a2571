using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.References.Creating;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.References;

/// <summary>The claims of references in the database. Each write is one transaction with the row of the scope locked.
/// Thread-safe.</summary>
/// <param name="store">The database.</param>
internal sealed class ReferenceStore(MirrorStore store)
{
    public Task<T> ReadAsync<T>(
        Func<ReferenceReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        store.ReadInSessionAsync(
            (session, scope, token) => read(new(session, scope, store.Gaps), token),
            store.Contexts,
            cancellationToken
        );

    /// <summary>Lets the time of a claim begin anew if the clock of the database was set back since: the claim would hold for longer
    /// than it should.</summary>
    public Task RestartAsync(string reference, CancellationToken cancellationToken) =>
        WriteAsync(
            reference,
            async (writer, seen, token) =>
            {
                if (seen is not { IsOfLaterTime: true, Claim: { } claim })
                    return false;
                claim.ExpiresAt -= (claim.SentAt ?? claim.ClaimedAt) - seen.Now;
                if (claim.SentAt is null)
                    claim.ClaimedAt = seen.Now;
                else
                    claim.SentAt = seen.Now;
                await PutAsync(writer, claim, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    /// <summary>Leaves a claim whose time is over to a person, unless the profile is there or the claim has changed.</summary>
    public Task GiveUpAsync(string reference, CancellationToken cancellationToken) =>
        GiveUpAsync(reference, seen => seen.IsExpired, cancellationToken);

    /// <summary>Leaves a claim to a person before its time is over.</summary>
    public Task GiveUpAsync(HeldClaim held, CancellationToken cancellationToken) =>
        GiveUpAsync(held.Reference, seen => seen.Claim!.Owner == held.Owner, cancellationToken);

    /// <summary>The claims that wait for a person.</summary>
    public async Task<IReadOnlyList<UnresolvedClaim>> UnresolvedAsync(CancellationToken cancellationToken)
    {
        var claims = await ReadAsync((reader, token) => reader.UnresolvedAsync(token), cancellationToken)
            .ConfigureAwait(false);
        return [.. claims.Select(claim => new UnresolvedClaim(claim.Reference, claim.SentAt!.Value))];
    }

    /// <summary>Ends a claim that waits for a person.</summary>
    /// <returns>False where there is none.</returns>
    public Task<bool> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        WriteAsync(
            reference,
            async (writer, seen, token) =>
            {
                if (!IsUnresolved(seen))
                    return false;
                await DeleteAsync(writer, reference, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    public static Task<int> DeleteAsync(MirrorWriter writer, string reference, CancellationToken cancellationToken) =>
        writer.Session.DeleteAsync(
            writer.Session.Tables.Claims,
            writer.Session.Tables.Claims.Keys,
            [writer.Scope.Id, reference],
            cancellationToken
        );

    /// <summary>True for a claim that waits for a person, or would if anybody had asked for its reference.</summary>
    public static bool IsUnresolved(ReferenceSnapshot seen) =>
        seen.Claim?.State == MirrorClaimState.Unresolved
        || (seen.Claim?.State == MirrorClaimState.Sent && seen.IsExpired);

    /// <summary>Puts a claim.</summary>
    public static Task PutAsync(MirrorWriter writer, MirrorClaim claim, CancellationToken cancellationToken) =>
        writer.Session.PutAsync(writer.Session.Tables.Claims, claim, cancellationToken);

    /// <summary>Writes what depends on the claim on a reference. Where the profile is there, the claim has ended.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="write">Writes, and returns whether it has.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    /// <param name="isDurable">True where no power failure may undo the transaction.</param>
    public Task<bool> WriteAsync(
        string reference,
        Func<MirrorWriter, ReferenceSnapshot, CancellationToken, Task<bool>> write,
        CancellationToken cancellationToken,
        bool isDurable = false
    ) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                ReferenceReader reader = new(writer.Session, writer.Scope.Id, store.Gaps);
                var seen = await reader.PeekAsync(reference, token).ConfigureAwait(false);
                if (seen.Ids.Count > 0)
                    await DeleteAsync(writer, reference, token).ConfigureAwait(false);
                return await write(writer, seen, token).ConfigureAwait(false);
            },
            cancellationToken,
            isDurable
        );

    private Task<bool> GiveUpAsync(
        string reference,
        Func<ReferenceSnapshot, bool> condition,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            reference,
            async (writer, seen, token) =>
            {
                if (seen.Claim is not { State: MirrorClaimState.Sent } claim || !condition(seen))
                    return false;
                claim.State = MirrorClaimState.Unresolved;
                await PutAsync(writer, claim, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
}
