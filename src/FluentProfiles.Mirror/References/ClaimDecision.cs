using FluentProfiles.Mirror.Readings;

namespace FluentProfiles.Mirror.References;

/// <summary>Carries out what a person has decided on a claim.</summary>
/// <param name="claims">The claims.</param>
/// <param name="readings">Reads profiles by id.</param>
internal sealed class ClaimDecision(ReferenceStore claims, ProfileReadings readings)
{
    /// <exception cref="ArgumentException">There is nothing to decide, or the profile is not that of the reference.</exception>
    public async Task TakeAsync(string reference, ClaimResolution resolution, CancellationToken cancellationToken)
    {
        var seen = await claims
            .ReadAsync((reader, token) => reader.PeekAsync(reference, token), cancellationToken)
            .ConfigureAwait(false);
        ThrowUnless(ReferenceStore.IsUnresolved(seen), nameof(reference));
        if (resolution.ProfileId is { } id)
            await StoreAsync(reference, id, cancellationToken).ConfigureAwait(false);
        else
            ThrowUnless(
                await claims.ResolveAsync(reference, cancellationToken).ConfigureAwait(false),
                nameof(reference)
            );
    }

    // The profile ends the claim, in the same transaction.
    private async Task StoreAsync(string reference, string id, CancellationToken cancellationToken)
    {
        var read = await readings
            .ReadAsync(
                [id],
                async (writer, found, token) =>
                {
                    if (IsOf(reference, found[0]))
                        await ReferenceStore.DeleteAsync(writer, reference, token).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (!IsOf(reference, read[0]))
            throw new ArgumentException(
                read[0].Row is null
                    ? "The service has no profile with that id. Look it up, or decide on ClaimResolution.NotCreated."
                    : "The profile with that id has another reference. Correct its ReferenceId with the client, or name the right profile.",
                nameof(reference)
            );
    }

    private static bool IsOf(string reference, ProfileReading read) =>
        read.Row?.Profile.ExternalUserDetails.ReferenceId == reference;

    private static void ThrowUnless(bool isUnresolved, string parameter)
    {
        if (!isUnresolved)
            throw new ArgumentException(
                $"The reference is not unresolved: its profile was found, or a call for it is under way, or nothing was sent for it. UnresolvedClaimsAsync returns those to decide on.",
                parameter
            );
    }
}
