namespace FluentProfiles.Testing;

// The calls of a client.
public sealed partial class InMemoryProfiles
{
    /// <inheritdoc/>
    public IDataControlsClient DataControls => Client.DataControls;

    /// <inheritdoc/>
    public ProfileQuery<UserProfile> Query() => Client.Query();

    /// <inheritdoc/>
    public Task<UserProfile> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Client.GetAsync(id, options, cancellationToken);

    /// <inheritdoc/>
    public Task<UserProfile> CreateAsync(
        NewProfile profile,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Client.CreateAsync(profile, options, cancellationToken);

    /// <inheritdoc/>
    public Task<UserProfile> UpdateAsync(
        string id,
        ProfileChanges changes,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Client.UpdateAsync(id, changes, options, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(string id, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Client.DeleteAsync(id, options, cancellationToken);

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateEnrollmentUrlAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Client.CreateEnrollmentUrlAsync(id, options, cancellationToken);

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateActionUrlAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Client.CreateActionUrlAsync(id, options, cancellationToken);
}
