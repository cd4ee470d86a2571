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
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    ) => Client.GetAsync(id, betas, cancellationToken);

    /// <inheritdoc/>
    public Task<UserProfile> CreateAsync(
        NewProfile profile,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    ) => Client.CreateAsync(profile, betas, cancellationToken);

    /// <inheritdoc/>
    public Task<UserProfile> UpdateAsync(
        string id,
        ProfileChanges changes,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    ) => Client.UpdateAsync(id, changes, betas, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    ) => Client.DeleteAsync(id, betas, cancellationToken);

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateEnrollmentUrlAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    ) => Client.CreateEnrollmentUrlAsync(id, betas, cancellationToken);

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateActionUrlAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    ) => Client.CreateActionUrlAsync(id, betas, cancellationToken);
}
