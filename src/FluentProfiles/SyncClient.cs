using FluentProfiles.Sources;
using FluentProfiles.Writing.Sync;

namespace FluentProfiles;

/// <summary>Lets a sync call a client.</summary>
/// <param name="client">The client.</param>
/// <param name="isOwned">True for a client that was made for the sync.</param>
internal sealed class SyncClient(IProfilesClient client, bool isOwned = false) : ISyncClient
{
    public ProfileQuery<UserProfile> Query() => client.Query();

    public Task<UserProfile> GetAsync(string id, CancellationToken cancellationToken) =>
        client.GetAsync(id, cancellationToken: cancellationToken);

    public ValueTask<ProfileQuery<UserProfile>> AllAsync(CancellationToken cancellationToken) => new(Query());

    public async Task<SyncedCreate> CreateAsync(NewProfile profile, CancellationToken cancellationToken) =>
        new(
            await client.CreateAsync(profile, cancellationToken: cancellationToken).ConfigureAwait(false),
            WasThere: false
        );

    public Task UpdateAsync(string id, ProfileChanges changes, CancellationToken cancellationToken) =>
        client.UpdateAsync(id, changes, cancellationToken: cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        client.DeleteAsync(id, cancellationToken: cancellationToken);

    public ISyncClient InBackground(double? perSecond, RequestBudget? budget) =>
        client is ProfilesClient own ? new SyncClient(own.InBackground(perSecond, budget), isOwned: true) : this;

    public void Dispose()
    {
        if (isOwned)
            ((IDisposable)client).Dispose();
    }
}
