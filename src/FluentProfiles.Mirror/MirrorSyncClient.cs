using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Sources;
using FluentProfiles.Writing.Sync;

namespace FluentProfiles;

/// <summary>Lets a sync read all profiles from a mirror, and claim the references for which it creates profiles.</summary>
/// <param name="client">The client.</param>
/// <param name="mirror">The mirror.</param>
/// <param name="maxStaleness">The greatest age of what is read from the mirror; null for any.</param>
/// <param name="isOwned">True for a client that was made for the sync.</param>
internal sealed class MirrorSyncClient(
    ProfilesClient client,
    ProfileMirror mirror,
    TimeSpan? maxStaleness,
    bool isOwned = false
) : ISyncClient
{
    // Several profiles of the reference may be gone.
    private const int MostAttempts = 5;

    private readonly SyncClient service = new(client, isOwned);

    /// <exception cref="ArgumentException">The client is not one of the profiles in the mirror.</exception>
    public static MirrorSyncClient Of(IProfilesClient client, ProfileMirror mirror, TimeSpan? maxStaleness)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(mirror);
        if (maxStaleness < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(maxStaleness), maxStaleness, "The age must not be negative.");
        return client is ProfilesClient own && mirror.IsOf(own)
            ? new(own, mirror, maxStaleness)
            : throw new ArgumentException(
                "The client has another address, workspace or user-profiles beta than the mirror, or is not a ProfilesClient. Sync with the client of the mirror.",
                nameof(client)
            );
    }

    public ProfileQuery<UserProfile> Query() => service.Query();

    public async ValueTask<ProfileQuery<UserProfile>> AllAsync(CancellationToken cancellationToken)
    {
        if (!await mirror.IsWholeAsync(maxStaleness, cancellationToken).ConfigureAwait(false))
            return Query();
        await CheckKeyAsync(cancellationToken).ConfigureAwait(false);
        // Behind the newest profile of the plan, the sync reads the service: all before it have to be in the mirror.
        await mirror.References.LookAsync(cancellationToken).ConfigureAwait(false);
        return mirror.Query();
    }

    /// <exception cref="MirrorException">The client's key may belong to another organization than the mirror's.</exception>
    public Task CheckKeyAsync(CancellationToken cancellationToken) =>
        mirror.References.Keys.ThrowIfOtherAsync(client, cancellationToken);

    public Task<UserProfile> GetAsync(string id, CancellationToken cancellationToken) =>
        service.GetAsync(id, cancellationToken);

    public async Task<SyncedCreate> CreateAsync(NewProfile profile, CancellationToken cancellationToken)
    {
        if (profile.ExternalUserDetails.ReferenceId is not { } reference)
            return await service.CreateAsync(profile, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            // The sync has read the newest profiles itself, just before the first attempt.
            var (found, answer) = await ClaimAsync(reference, profile, looks: attempt > 1, cancellationToken)
                .ConfigureAwait(false);
            if (answer is not null)
                return new(answer, WasThere: false);
            try
            {
                // The mirror may have it as it was earlier, and without members that it does not store.
                return new(await GetAsync(found.Id, cancellationToken).ConfigureAwait(false), !found.WasCreated);
            }
            catch (ProfilesNotFoundException absent)
                when (absent.IsOfService && !found.WasCreated && attempt < MostAttempts)
            {
                // Removes it from the mirror, if the key is the right one.
                await mirror.Readings.ReadAsync([found.Id], also: null, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <returns>The profile that has the reference now, and the service's answer if it was created by this call.</returns>
    private async Task<(ProfileReference Found, UserProfile? Answer)> ClaimAsync(
        string reference,
        NewProfile profile,
        bool looks,
        CancellationToken cancellationToken
    )
    {
        UserProfile? answer = null;
        CreateRequest request = new(() => profile, client) { Looks = looks, Answered = sent => answer = sent };
        var found = await mirror
            .References.GetOrCreateAsync(reference, request, cancellationToken)
            .ConfigureAwait(false);
        return (found, found.WasCreated ? answer : null);
    }

    public Task UpdateAsync(string id, ProfileChanges changes, CancellationToken cancellationToken) =>
        service.UpdateAsync(id, changes, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        service.DeleteAsync(id, cancellationToken);

    public ISyncClient InBackground(double? perSecond, RequestBudget? budget) =>
        new MirrorSyncClient(client.InBackground(perSecond, budget), mirror, maxStaleness, isOwned: true);

    public void Dispose() => service.Dispose();
}
