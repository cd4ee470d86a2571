using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Writing.Single;

namespace FluentProfiles.Mirror.References.Creating;

/// <summary>One create under a claim: looks whether the service has a profile with the reference, notes in the database that a create
/// is sent, sends it, and stores the answer.</summary>
/// <param name="parts">What the steps need.</param>
/// <param name="flight">The calls that wait.</param>
/// <param name="held">The claim.</param>
internal sealed class ProfileCreate(ReferenceParts parts, ReferenceFlight flight, HeldClaim held)
{
    private readonly string reference = held.Reference;
    private readonly PatientWrites writes = new(parts);

    /// <returns>The profile; null where another call was faster.</returns>
    /// <exception cref="ProfilesUnknownOutcomeException">The answer was lost. The claim says that a create was sent.</exception>
    /// <exception cref="ProfilesException">Nothing was created. The claim has ended.</exception>
    public async Task<ProfileReference?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await LookAndCreateAsync(cancellationToken).ConfigureAwait(false);
        }
        // Nothing was sent, or the service refused it.
        catch (Exception failure) when (failure is not ProfilesUnknownOutcomeException)
        {
            await ReleaseAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ProfileReference?> LookAndCreateAsync(CancellationToken cancellationToken)
    {
        ListedReferences? listed = null;
        Elapsed since = new(parts.Clock);
        // Calls whose functions fail may come all the time, and what a look has shown grows old.
        while (since.Time <= parts.Times.Claim)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var caller = flight.ChooseCreator();
            if (listed is null && caller.Request.Looks)
            {
                listed = await LookAsync(cancellationToken).ConfigureAwait(false);
                if (listed.Find(reference) is { } id)
                    return await EndWithAsync(id, cancellationToken).ConfigureAwait(false);
                since = new(parts.Clock);
            }
            else if (caller.TryDescribe(profile => parts.Rules.WriteOf(profile, reference), out var write))
            {
                // A look has checked the mirror's own key.
                if (listed is null || !parts.Keys.IsOwn(caller.Request.Client))
                    await parts.Keys.ThrowIfOtherAsync(caller.Request.Client, cancellationToken).ConfigureAwait(false);
                return await MarkAndSendAsync(write, caller.Request, listed?.Newest).ConfigureAwait(false);
            }
            else
                flight.Remove(caller);
        }
        await ReleaseAsync().ConfigureAwait(false);
        return null;
    }

    private async Task<ListedReferences> LookAsync(CancellationToken cancellationToken)
    {
        ClaimKeeping keeping = new(parts, held);
        await using var _ = keeping.ConfigureAwait(false);
        return await parts.Look.RunAsync(from: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the claim with a profile that the look has shown.</summary>
    private async Task<ProfileReference?> EndWithAsync(string id, CancellationToken cancellationToken)
    {
        await ReleaseAsync().ConfigureAwait(false);
        return await parts.Found.OfListedAsync(reference, id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ProfileReference?> MarkAndSendAsync(
        ProfileWrite write,
        CreateRequest request,
        DateTimeOffset? lookFrom
    )
    {
        Elapsed sinceMark = new(parts.Clock);
        // Before the request leaves: whoever finds the claim of a process that has ended has to know.
        return await parts.Own.MarkSentAsync(held, lookFrom, CancellationToken.None).ConfigureAwait(false)
            ? await SendAsync(write, request, sinceMark).ConfigureAwait(false)
            : null;
    }

    private async Task<ProfileReference?> SendAsync(ProfileWrite write, CreateRequest request, Elapsed sinceMark)
    {
        CreateSending sending = new(parts, held, request);
        if (await sending.SendAsync(write, sinceMark).ConfigureAwait(false) is { } row)
        {
            await SettleAsync(row).ConfigureAwait(false);
            return new(reference, row.Id) { WasCreated = true };
        }
        // The search begins anew.
        await ReleaseAsync().ConfigureAwait(false);
        return null;
    }

    private async Task SettleAsync(ProfileRow row)
    {
        if (row.Profile.ExternalUserDetails.ReferenceId != reference)
        {
            await GiveUpAsync().ConfigureAwait(false);
            throw new ProfilesUnknownOutcomeException(OtherReference(row));
        }
        // The service has the profile: the claim must stay until the mirror has it, too.
        await writes.RunAsync(token => parts.Own.SettleAsync(held, row, token)).ConfigureAwait(false);
    }

    // The claim says that a create was sent in any case.
    private Task GiveUpAsync() => writes.RunAsync(token => parts.Claims.GiveUpAsync(held, token));

    // The caller gets the failure before. Other processes take a claim that stays for that of a create whose answer was lost.
    private Task ReleaseAsync() => writes.RunAsync(token => parts.Own.ReleaseAsync(held, token));

    private static ProfilesProtocolException OtherReference(ProfileRow row) =>
        new(
            $"The service has stored another reference than was sent, so no later call would find the profile, and each would create another. Delete {row.Id}, and use references that are stored as they are."
        );
}
