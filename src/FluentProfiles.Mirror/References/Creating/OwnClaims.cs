using System.Collections.Concurrent;
using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>The claims of this object. Of several processes, one gets the claim of a reference. Thread-safe.</summary>
/// <param name="claims">The claims of all processes.</param>
/// <param name="store">The database.</param>
/// <param name="times">The times of claims.</param>
internal sealed class OwnClaims(ReferenceStore claims, MirrorStore store, ReferenceTimes times)
{
    private readonly string process = Guid.NewGuid().ToString("N");

    // Claims that may say that a create was sent, although there is none: the commit failed or came too late, or the service has
    // rejected the create. By their owners.
    private readonly ConcurrentDictionary<string, bool> unsent = new(StringComparer.Ordinal);

    private long taken;

    /// <summary>True where another call may claim the reference: there is no claim, or nothing was sent for it and its call has
    /// ended.</summary>
    public bool IsFree(ReferenceSnapshot seen) =>
        seen.Claim is not { } claim || IsUnsent(claim) || (claim.State == MirrorClaimState.Claimed && seen.IsExpired);

    /// <summary>Claims a reference that has neither a profile nor a claim, or whose claim was left before anything was sent.</summary>
    /// <returns>Null where another call has claimed it, or the profile is there.</returns>
    public async Task<HeldClaim?> TakeAsync(string reference, CancellationToken cancellationToken)
    {
        // A write that comes late concerns its own claim alone.
        var number = Interlocked.Increment(ref taken).ToString(CultureInfo.InvariantCulture);
        HeldClaim held = new(reference, $"{process}-{number}");
        var isTaken = await claims
            .WriteAsync(
                reference,
                async (writer, seen, token) =>
                {
                    if (seen.Ids.Count > 0 || !IsFree(seen))
                        return false;
                    var claim = await ClaimOfAsync(held, writer, token).ConfigureAwait(false);
                    await ReferenceStore.PutAsync(writer, claim, token).ConfigureAwait(false);
                    return true;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return isTaken ? held : null;
    }

    /// <summary>Lets the time of a claim begin anew, before anything is sent.</summary>
    /// <returns>False where the claim is no longer held.</returns>
    public Task<bool> RenewAsync(HeldClaim held, CancellationToken cancellationToken) =>
        claims.WriteAsync(
            held.Reference,
            async (writer, seen, token) =>
            {
                if (seen.Claim is not { State: MirrorClaimState.Claimed } claim || claim.Owner != held.Owner)
                    return false;
                (claim.ClaimedAt, claim.ExpiresAt) = (seen.Now, seen.Now + times.Claim);
                await ReferenceStore.PutAsync(writer, claim, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    /// <summary>Notes that the create is about to be sent. From now on, no other process sends one.</summary>
    /// <returns>False where the claim is no longer held, or the profile is there.</returns>
    public async Task<bool> MarkSentAsync(HeldClaim held, DateTimeOffset? lookFrom, CancellationToken cancellationToken)
    {
        unsent[held.Owner] = true;
        var isMarked = await claims
            .WriteAsync(
                held.Reference,
                async (writer, seen, token) =>
                {
                    if (seen.Claim is not { } claim || claim.Owner != held.Owner)
                        return false;
                    claim.State = MirrorClaimState.Sent;
                    claim.SentAt = seen.Now;
                    claim.ExpiresAt = seen.Now + times.Window;
                    claim.LookFrom = lookFrom ?? writer.Scope.KnownTo(seen.Now);
                    await ReferenceStore.PutAsync(writer, claim, token).ConfigureAwait(false);
                    return true;
                },
                cancellationToken,
                isDurable: true
            )
            .ConfigureAwait(false);
        if (!isMarked)
            unsent.TryRemove(held.Owner, out _);
        return isMarked;
    }

    /// <summary>Notes in memory that the create leaves the process now.</summary>
    public void NoteSending(HeldClaim held) => unsent.TryRemove(held.Owner, out _);

    /// <summary>Stores the profile that was created, and ends the claim.</summary>
    public Task SettleAsync(HeldClaim held, ProfileRow row, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                await writer.PutAsync([row], token).ConfigureAwait(false);
                await DeleteAsync(writer, held, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Gives a claim back: nothing was created.</summary>
    public async Task ReleaseAsync(HeldClaim held, CancellationToken cancellationToken)
    {
        // While the claim can't be deleted, it keeps no later call of this object from another create.
        unsent[held.Owner] = true;
        await store
            .WriteAsync((writer, token) => DeleteAsync(writer, held, token), cancellationToken)
            .ConfigureAwait(false);
        unsent.TryRemove(held.Owner, out _);
    }

    private static Task<int> DeleteAsync(MirrorWriter writer, HeldClaim held, CancellationToken cancellationToken)
    {
        var table = writer.Session.Tables.Claims;
        return writer.Session.DeleteAsync(
            table,
            [.. table.Keys, table[nameof(MirrorClaim.Owner)]],
            [writer.Scope.Id, held.Reference, held.Owner],
            cancellationToken
        );
    }

    // One call of this object works on a reference at a time.
    private bool IsUnsent(MirrorClaim claim) =>
        claim.Owner.StartsWith(process, StringComparison.Ordinal)
        && (claim.State == MirrorClaimState.Claimed || unsent.ContainsKey(claim.Owner));

    private async Task<MirrorClaim> ClaimOfAsync(
        HeldClaim held,
        MirrorWriter writer,
        CancellationToken cancellationToken
    )
    {
        var now = await writer.Session.NowAsync(cancellationToken).ConfigureAwait(false);
        return new()
        {
            Scope = writer.Scope.Id,
            Reference = held.Reference,
            Owner = held.Owner,
            ClaimedAt = now,
            ExpiresAt = now + times.Claim,
        };
    }
}
