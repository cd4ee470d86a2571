using FluentProfiles.Sources;

namespace FluentProfiles.Writing.Sync;

/// <summary>What a sync calls: the client of the application.</summary>
internal interface ISyncClient : IDisposable
{
    ProfileQuery<UserProfile> Query();

    /// <summary>Returns the query that a plan reads all profiles with, which may read a copy of them.</summary>
    ValueTask<ProfileQuery<UserProfile>> AllAsync(CancellationToken cancellationToken);

    Task<UserProfile> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Creates a profile, unless another process has created one for its reference meanwhile.</summary>
    Task<SyncedCreate> CreateAsync(NewProfile profile, CancellationToken cancellationToken);

    Task UpdateAsync(string id, ProfileChanges changes, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Returns a client whose requests yield to this one's, where the client can make one; else the client
    /// itself.</summary>
    /// <param name="perSecond">The most requests a second; null for no limit.</param>
    /// <param name="budget">Bounds its requests; null for no bound.</param>
    ISyncClient InBackground(double? perSecond, RequestBudget? budget);
}
