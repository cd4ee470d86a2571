using FluentProfiles.Mirror.Readings;

namespace FluentProfiles.Mirror.References;

/// <summary>Carries out what a person has decided on a claim.</summary>
/// <param name="claims">The claims.</param>
/// <param name="readings">Reads profiles by id.</param>
internal sealed class ClaimDecision(ReferenceStore claims, ProfileReadings readings)
{
    /// <exception cref="ArgumentException">There is nothing to decide, or the profile is not that of the reference, or was
    /// erased.</exception>
    public async Task TakeAsync(string reference, ClaimResolution resolution, CancellationToken cancellationToken)
    {
        var seen = await claims
            .ReadAsync((reader, token) => reader.PeekAsync(reference, token), cancellationToken)
            .ConfigureAwait(false);
        ThrowUnless(ReferenceStore.IsUnresolved(seen), nameof(reference));
        if (resolution.ProfileId is null)
            ThrowUnless(
                await claims.ResolveAsync(reference, cancellationToken).ConfigureAwait(false),
                nameof(reference)
            );
        else if (
            await StoreAsync(reference, resolution.ProfileId, cancellationToken).ConfigureAwait(false) is { } reason
        )
            throw new ArgumentException(reason, nameof(resolution));
    }

    /// <summary>Stores the profile, which ends the claim in the same transaction.</summary>
    /// <returns>Why it is not that of the reference; null where it is.</returns>
    private async Task<string?> StoreAsync(string reference, string id, CancellationToken cancellationToken)
    {
        var isErased = false;
        var read = await readings
            .ReadAsync(
                [id],
                async (writer, found, token) =>
                {
                    var erased = await writer.Erasures.AmongAsync([id], token).ConfigureAwait(false);
                    isErased = erased.Count > 0;
                    if (!isErased && IsOf(reference, found[0]))
                        await ReferenceStore.DeleteAsync(writer, reference, token).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return WhyNot(reference, read[0], isErased);
    }

    private static string? WhyNot(string reference, ProfileReading read, bool isErased) =>
        read.Row is null
            ? "The service has no profile with that id. Look it up, or decide on ClaimResolution.NotCreated."
        : isErased
            ? "The profile with that id was erased from the mirror, so no call would find it. Delete it at the service and decide on ClaimResolution.NotCreated, or call LiftErasureAsync before."
        : !IsOf(reference, read)
            ? "The profile with that id has another reference or none, so it may belong to another customer. Name the profile that has this reference, or decide on ClaimResolution.NotCreated if there is none."
        : null;

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
