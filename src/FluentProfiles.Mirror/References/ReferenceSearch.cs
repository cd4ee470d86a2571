using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.References.Creating;
using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Mirror.References.Waiting;

namespace FluentProfiles.Mirror.References;

/// <summary>Finds the profile of a reference, or creates it, once among all processes that share the database: by its claim in the
/// database. A create whose answer was lost is never sent again; its profile is looked for.</summary>
/// <param name="parts">What the steps need.</param>
/// <param name="flight">The calls that wait.</param>
internal sealed class ReferenceSearch(ReferenceParts parts, ReferenceFlight flight)
{
    private readonly OutcomeWait wait = new(parts.Times, parts.Clock);
    private readonly ClaimWatch watch = new(parts.Times, parts.Clock);
    private readonly string reference = flight.Reference;

    // The answer of a create of this flight.
    private ProfilesUnknownOutcomeException? lost;

    public async Task<ProfileReference> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await StepAsync(cancellationToken).ConfigureAwait(false) is { } found)
                    return found;
            }
        }
        // Whatever ends the search, the caller has to know that a create was sent.
        catch (Exception failure) when (lost is not null && failure is not ProfilesUnknownOutcomeException)
        {
            throw lost;
        }
    }

    /// <returns>The reference; null where the next step may find it.</returns>
    private async Task<ProfileReference?> StepAsync(CancellationToken cancellationToken)
    {
        var seen = await PeekAsync(cancellationToken).ConfigureAwait(false);
        if (seen.Ids.Count > 0)
        {
            var found = await parts.Found.OfAsync(reference, seen, cancellationToken).ConfigureAwait(false);
            return found with { WasCreated = lost is not null };
        }
        if (parts.Own.IsFree(seen))
            return await CreateAsync(cancellationToken).ConfigureAwait(false);
        if (!seen.IsOfLaterTime)
            return await WaitAsync(seen, seen.Claim!, cancellationToken).ConfigureAwait(false);
        await parts.Claims.RestartAsync(reference, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<ProfileReference?> WaitAsync(
        ReferenceSnapshot seen,
        MirrorClaim claim,
        CancellationToken cancellationToken
    )
    {
        switch (claim.State)
        {
            case MirrorClaimState.Unresolved:
                throw Unresolved();
            case MirrorClaimState.Sent when watch.HasEnded(claim, seen.Now):
                return await LookLastAsync(seen, cancellationToken).ConfigureAwait(false);
            case MirrorClaimState.Sent when wait.IsLookDue(lost is not null):
                return await LookAsync(seen, cancellationToken).ConfigureAwait(false);
            default:
                await wait.PollAsync(cancellationToken).ConfigureAwait(false);
                return null;
        }
    }

    private Task<ReferenceSnapshot> PeekAsync(CancellationToken cancellationToken) =>
        parts.Claims.ReadAsync((reader, token) => reader.PeekAsync(reference, token), cancellationToken);

    private async Task<ProfileReference?> CreateAsync(CancellationToken cancellationToken)
    {
        var start = parts.Clock.GetTimestamp();
        try
        {
            if (await parts.Own.TakeAsync(reference, cancellationToken).ConfigureAwait(false) is not { } held)
                return null;
            // A create of this flight is decided where another claim can be taken. What was seen before may be older: another process
            // may have stored its profile and ended its claim in between.
            lost = null;
            return await new ProfileCreate(parts, flight, held).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesUnknownOutcomeException failure)
        {
            lost = failure;
            watch.NoteOwn(start);
            return null;
        }
    }

    private async Task<ProfileReference?> LookAsync(ReferenceSnapshot seen, CancellationToken cancellationToken)
    {
        try
        {
            return await LookOnceAsync(seen, cancellationToken).ConfigureAwait(false);
        }
        // The service may answer the next time. The claim's time ends in any case.
        catch (ProfilesException failure) when (failure is not MirrorException)
        {
            return null;
        }
    }

    private async Task<ProfileReference?> LookLastAsync(ReferenceSnapshot seen, CancellationToken cancellationToken)
    {
        if (await LookOnceAsync(seen, cancellationToken).ConfigureAwait(false) is { } found)
            return found;
        // The refresher reports it.
        await parts.Claims.GiveUpAsync(reference, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<ProfileReference?> LookOnceAsync(ReferenceSnapshot seen, CancellationToken cancellationToken)
    {
        var from = seen.LookFrom(parts.Times.Recent);
        var listed = await parts.Look.RunAsync(from, cancellationToken).ConfigureAwait(false);
        if (listed.Find(reference) is not { } id)
            return null;
        var found = await parts.Found.OfListedAsync(reference, id, cancellationToken).ConfigureAwait(false);
        return found with { WasCreated = lost is not null };
    }

    private ProfilesUnknownOutcomeException Unresolved() =>
        new(
            $"A profile may or may not have been created for the reference: the response was lost, and the profile was not listed within {parts.Times.Window.TotalSeconds:0} s. No process creates one until you decide: "
                + "UnresolvedClaimsAsync lists such references, ResolveClaimAsync takes your decision.",
            lost
        );
}
