using System.Collections.Concurrent;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.References;

/// <summary>The claims of references in the database. Each write is one transaction with the row of the scope locked, so of several
/// processes one gets a claim. Thread-safe.</summary>
/// <param name="store">The database.</param>
/// <param name="times">The times of claims.</param>
internal sealed class ReferenceStore(MirrorStore store, ReferenceTimes times)
{
    private readonly string owner = Guid.NewGuid().ToString("N");

    // References whose claim may say that a create was sent, although there is none: the commit failed or came too late, or the
    // service has rejected the create.
    private readonly ConcurrentDictionary<string, bool> unsent = new(StringComparer.Ordinal);

    /// <summary>True where another call may claim the reference: there is no claim, or nothing was sent for it and its call has
    /// ended.</summary>
    public bool IsFree(ReferenceSnapshot seen) =>
        seen.Claim is not { } claim || IsUnsent(claim) || (claim.State == MirrorClaimState.Claimed && seen.IsExpired);

    public Task<T> ReadAsync<T>(
        Func<ReferenceReader, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        store.ReadInSessionAsync(
            (session, scope, token) => read(new(session, scope, store.Gaps), token),
            store.Contexts,
            cancellationToken
        );

    /// <summary>Claims a reference that has neither a profile nor a claim, or whose claim was left before anything was sent.</summary>
    /// <returns>False where another call has claimed it, or the profile is there.</returns>
    public Task<bool> ClaimAsync(string reference, CancellationToken cancellationToken) =>
        WriteAsync(
            reference,
            async (writer, seen, token) =>
            {
                if (seen.Ids.Count > 0 || !IsFree(seen))
                    return false;
                var now = await writer.Session.NowAsync(token).ConfigureAwait(false);
                await PutAsync(
                        writer,
                        new()
                        {
                            Scope = writer.Scope.Id,
                            Reference = reference,
                            Owner = owner,
                            ClaimedAt = now,
                            ExpiresAt = now + times.Claim,
                        },
                        token
                    )
                    .ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    /// <summary>Notes that the create is about to be sent. From now on, no other process sends one.</summary>
    /// <returns>False where the claim is no longer this object's, or the profile is there.</returns>
    public Task<bool> MarkSentAsync(string reference, DateTimeOffset? lookFrom, CancellationToken cancellationToken)
    {
        unsent[reference] = true;
        return WriteAsync(
            reference,
            async (writer, seen, token) =>
            {
                if (seen.Claim is not { } claim || !IsUnsent(claim))
                    return false;
                claim.State = MirrorClaimState.Sent;
                claim.SentAt = seen.Now;
                claim.ExpiresAt = seen.Now + times.Window;
                claim.LookFrom = lookFrom ?? writer.Scope.LookedTo ?? writer.Scope.NewestAt;
                await PutAsync(writer, claim, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <summary>Notes in memory that the create leaves the process now.</summary>
    public void NoteSending(string reference) => unsent.TryRemove(reference, out _);

    /// <summary>Stores the profile that was created, and ends the claim.</summary>
    public Task SettleAsync(string reference, ProfileRow row, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                await writer.PutAsync([row], token).ConfigureAwait(false);
                await DeleteAsync(writer, reference, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Gives back a claim of this object: nothing was created.</summary>
    public async Task ReleaseAsync(string reference, CancellationToken cancellationToken)
    {
        // While the claim can't be deleted, it keeps no later call of this object from another create.
        unsent[reference] = true;
        await store
            .WriteAsync(
                async (writer, token) =>
                {
                    var claims = writer.Session.Tables.Claims;
                    await writer
                        .Session.DeleteAsync(
                            claims,
                            [.. claims.Keys, claims[nameof(MirrorClaim.Owner)]],
                            [writer.Scope.Id, reference, owner],
                            token
                        )
                        .ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        unsent.TryRemove(reference, out _);
    }

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

    /// <summary>Leaves a claim to a person, unless the profile is there or the claim has changed.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="expired">True to leave it only when its time is over.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    /// <returns>True for the call that has left it.</returns>
    public Task<bool> GiveUpAsync(string reference, bool expired, CancellationToken cancellationToken) =>
        WriteAsync(
            reference,
            async (writer, seen, token) =>
            {
                if (seen.Claim is not { State: MirrorClaimState.Sent } claim || (expired && !seen.IsExpired))
                    return false;
                claim.State = MirrorClaimState.Unresolved;
                await PutAsync(writer, claim, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

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

    private Task<bool> WriteAsync(
        string reference,
        Func<MirrorWriter, ReferenceSnapshot, CancellationToken, Task<bool>> write,
        CancellationToken cancellationToken
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
            cancellationToken
        );

    // One call of this object works on a reference at a time.
    private bool IsUnsent(MirrorClaim claim) =>
        claim.Owner == owner && (claim.State == MirrorClaimState.Claimed || unsent.ContainsKey(claim.Reference));

    private static Task PutAsync(MirrorWriter writer, MirrorClaim claim, CancellationToken cancellationToken) =>
        writer.Session.PutAsync(writer.Session.Tables.Claims, claim, cancellationToken);
}
