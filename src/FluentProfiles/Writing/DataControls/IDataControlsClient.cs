namespace FluentProfiles;

/// <summary>Reads and updates the data controls of profiles: the encryption keys and storage buckets of end customers
/// for Claude on Google Cloud. Implementations are thread-safe.</summary>
/// <remarks>The endpoint is in beta. Each call sends the beta <c>google-managed-data-controls-2026-09-01</c>
/// automatically, together with the betas of the call and of the client, each once. No user-profiles beta is needed:
/// the object is the same with each of them.</remarks>
public interface IDataControlsClient
{
    /// <summary>Reads the data controls of a profile. Sends one request.</summary>
    /// <param name="profileId">The id of the profile, <c>uprof_…</c>.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or malformed, or an option of the call is
    /// invalid.</exception>
    /// <exception cref="ProfilesConfigurationException">Two of the betas each choose a shape. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist, or data controls are not available to
    /// the organization.</exception>
    /// <exception cref="ProfilesProtocolException">The response does not contain data controls, or contains those of
    /// another profile.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the connection failed.</exception>
    Task<DataControls> GetAsync(
        string profileId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Updates the data controls of a profile. Controls and regions that <paramref name="changes"/> does not
    /// name keep their state. Sends one request. The request states the desired result, so it is retried like a
    /// read.</summary>
    /// <param name="profileId">The id of the profile, <c>uprof_…</c>.</param>
    /// <param name="changes">The changes to make. They are read when the call starts.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>. The controls
    /// may have been updated nevertheless.</param>
    /// <returns>The data controls after the update. The status of a region is usually still pending.</returns>
    /// <exception cref="ArgumentException"><paramref name="changes"/> changes nothing or enables a control without a
    /// region, the id is empty or malformed, or an option of the call is invalid. Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">Two of the betas each choose a shape. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesInvalidRequestException">The service rejected the change.
    /// <see cref="ProfilesApiException.ErrorCode"/> states the reason: <c>region_not_supported</c>,
    /// <c>external_key_not_found</c> and others.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist, or data controls are not available to
    /// the organization.</exception>
    /// <exception cref="ProfilesProtocolException">The response does not contain data controls, or contains those of
    /// another profile.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the connection failed.</exception>
    Task<DataControls> UpdateAsync(
        string profileId,
        DataControlChanges changes,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
