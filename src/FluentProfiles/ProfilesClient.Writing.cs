using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Transport;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;

namespace FluentProfiles;

// Writes of single profiles: checked here, sent by the writer.
public sealed partial class ProfilesClient
{
    /// <inheritdoc/>
    public Task<UserProfile> CreateAsync(
        NewProfile profile,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        var scope = settings.ScopeOf(options);
        var write = ProfileWrite.Of(profile);
        Check(write, scope, nameof(profile));
        return writer.CreateAsync(write, scope, cancellationToken);
    }

    /// <summary>Throws what a create of the profile would throw before it sends anything.</summary>
    internal void Check(ProfileWrite write, RequestScope scope, string? parameter) =>
        new WriteRules(scope.Betas, writer.Now, parameter).CheckNew(write);

    /// <summary>Creates a profile that was checked, and reads the answer in a way of the caller.</summary>
    /// <param name="write">The profile.</param>
    /// <param name="options">The settings of the call.</param>
    /// <param name="permit">Lets attempts leave.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ProfilesConnectionException">Nothing was created: <paramref name="permit"/> has denied an attempt, or the
    /// service could not be reached.</exception>
    internal Task<T> CreateAsync<T>(
        ProfileWrite write,
        CallOptions options,
        ISendPermit permit,
        Func<ServiceAnswer, T> read,
        CancellationToken cancellationToken
    )
    {
        var scope = settings.ScopeOf(options);
        return writer.CreateAsync(
            write,
            scope with
            {
                Settings = scope.Settings with { Permit = permit },
            },
            read,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<UserProfile> UpdateAsync(
        [TextRange] string id,
        ProfileChanges changes,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(changes);
        var scope = settings.ScopeOf(options);
        var write = ProfileWrite.Of(changes);
        new WriteRules(scope.Betas, writer.Now, nameof(changes)).CheckChanges(write);
        return writer.UpdateAsync(id, write, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(
        [TextRange] string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return writer.DeleteAsync(id, settings.ScopeOf(options), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateEnrollmentUrlAsync(
        [TextRange] string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var scope = settings.ScopeOf(options);
        if (scope.Betas.Revision == ApiRevision.Current)
            throw new ProfilesConfigurationException(
                $"The current shape has no enrollment URL. Call {nameof(CreateActionUrlAsync)}, or name a user-profiles beta."
            );
        return writer.CreateUrlAsync(id, Endpoint.CreateEnrollmentUrl, default, scope, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CustomerUrl> CreateActionUrlAsync(
        [TextRange] string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return writer.CreateUrlAsync(
            id,
            Endpoint.CreateActionUrl,
            WriteBody.EnrollEndUser,
            settings.ScopeOf(options),
            cancellationToken
        );
    }
}
