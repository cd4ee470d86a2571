using FluentProfiles.Mirror.References.Caching;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Telemetry;
using FluentProfiles.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.References;

/// <summary>Turns what the database has of references into what callers get: one profile of each, and how many more there
/// are.</summary>
/// <param name="claims">Reads the database.</param>
/// <param name="cache">Takes what was found.</param>
/// <param name="rows">Reads stored profiles.</param>
/// <param name="choose">Chooses one of several profiles; null for the oldest.</param>
/// <param name="log">Takes a line for each reference with several profiles.</param>
/// <param name="watchers">Take the reports.</param>
internal sealed class FoundReferences(
    ReferenceStore claims,
    ReferenceCache cache,
    ProfileRowReader rows,
    Func<DuplicateReference, UserProfile>? choose,
    ILogger log,
    Watchers watchers
)
{
    /// <param name="reference">The reference.</param>
    /// <param name="seen">What the database has; at least one profile.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async ValueTask<ProfileReference> OfAsync(
        string reference,
        ReferenceSnapshot seen,
        CancellationToken cancellationToken
    )
    {
        var found = await ChooseAsync(reference, seen.Ids, cancellationToken).ConfigureAwait(false);
        cache.Add(found, seen.Position);
        return found;
    }

    /// <summary>A profile that a look has found, as the mirror has stored it; or else as it was listed: it may have been removed
    /// since.</summary>
    /// <exception cref="MirrorException">The profile was erased from the mirror.</exception>
    public async Task<ProfileReference> OfListedAsync(string reference, string id, CancellationToken cancellationToken)
    {
        var (seen, isErased) = await claims
            .ReadAsync(
                async (reader, token) =>
                    (
                        Seen: await reader.FindAsync(reference, token).ConfigureAwait(false),
                        IsErased: await reader.IsErasedAsync(id, token).ConfigureAwait(false)
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (seen.Ids.Count > 0)
            return await OfAsync(reference, seen, cancellationToken).ConfigureAwait(false);
        return isErased ? throw Erased(id) : new(reference, id);
    }

    /// <param name="reference">The reference.</param>
    /// <param name="ids">The profiles that have it, the oldest first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async ValueTask<ProfileReference> ChooseAsync(
        string reference,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 1)
            return new(reference, ids[0]);
        log.Duplicates(ids.Count);
        MirrorTelemetry.CountDuplicates(watchers);
        var id = choose is null
            ? ids[0]
            : await ChosenAsync(reference, ids, choose, cancellationToken).ConfigureAwait(false);
        return new(reference, id) { Duplicates = ids.Count - 1 };
    }

    private static MirrorException Erased(string id) =>
        new(
            $"The profile {id} has the reference. It was erased from the mirror with ForgetAsync, and the service still has it, so nothing was created. Delete it with client.DeleteAsync, then call again; if the erasure was a mistake, call LiftErasureAsync and refresh the mirror."
        );

    private async Task<string> ChosenAsync(
        string reference,
        IReadOnlyList<string> ids,
        Func<DuplicateReference, UserProfile> choose,
        CancellationToken cancellationToken
    )
    {
        var profiles = await claims
            .ReadAsync((reader, token) => reader.ProfilesAsync(ids, rows, token), cancellationToken)
            .ConfigureAwait(false);
        // They may have been removed meanwhile.
        if (profiles.Count == 0)
            return ids[0];
        var chosen = choose(new(reference, profiles));
        return profiles.Contains(chosen)
            ? chosen.Id
            : throw new InvalidOperationException(
                $"{nameof(ProfileMirrorOptions)}.{nameof(ProfileMirrorOptions.ChooseDuplicate)} returned a profile that is not one of those that it was given."
            );
    }
}
