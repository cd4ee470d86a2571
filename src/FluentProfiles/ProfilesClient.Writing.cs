using FluentProfiles.Http;
using FluentProfiles.Writing;

namespace FluentProfiles;

// Writes of single profiles: checked here, sent by the writer.
public sealed partial class ProfilesClient
{
    /// <inheritdoc/>
    public Task<UserProfile> CreateAsync(
        NewProfile profile,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        var scope = settings.ScopeOf(betas);
        var write = ProfileWrite.Of(profile);
        new WriteRules(scope, writer.Now, nameof(profile)).CheckNew(write);
        return writer.CreateAsync(write, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<UserProfile> UpdateAsync(
        string id,
        ProfileChanges changes,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        var scope = settings.ScopeOf(betas);
        var write = ProfileWrite.Of(changes);
        new WriteRules(scope, writer.Now, nameof(changes)).CheckChanges(write);
        return writer.UpdateAsync(id, write, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return writer.DeleteAsync(id, settings.ScopeOf(betas), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateEnrollmentUrlAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var scope = settings.ScopeOf(betas);
        if (scope.Betas.Revision == ApiRevision.Current)
            throw new ProfilesConfigurationException(
                $"The current shape has no enrollment URL. Call {nameof(CreateActionUrlAsync)}, or name a user-profiles beta."
            );
        return writer.CreateUrlAsync(id, Endpoint.CreateEnrollmentUrl, default, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateActionUrlAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return writer.CreateUrlAsync(
            id,
            Endpoint.CreateActionUrl,
            WriteBody.EnrollEndUser,
            settings.ScopeOf(betas),
            cancellationToken
        );
    }
}
