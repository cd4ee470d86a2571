namespace FluentProfiles;

/// <summary>Reads and updates the data controls of profiles: the encryption keys and storage buckets of end customers for
/// Claude on Google Cloud. Thread-safe.</summary>
/// <remarks>The endpoint is in beta. Each call names <c>google-managed-data-controls-2026-09-01</c> automatically, beside the
/// betas of the call and of the client, each once. No user-profiles beta is needed: the object is the same under each of
/// them.</remarks>
public interface IDataControlsClient
{
    /// <summary>Reads the data controls of a profile. One request.</summary>
    /// <param name="profileId">The id of the profile, <c>uprof_…</c>.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or can't be one, or an option of the call is invalid.</exception>
    /// <exception cref="ProfilesConfigurationException">Two of the betas choose a shape. Nothing was sent.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile, or the organisation is not offered data
    /// controls.</exception>
    /// <exception cref="ProfilesProtocolException">The answer is no data controls, or those of another profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no connection.</exception>
    Task<DataControls> GetAsync(
        string profileId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Updates the data controls of a profile. Controls and regions that <paramref name="changes"/> does not name stay
    /// as they are. One request; it states the result, so it is retried like a read.</summary>
    /// <param name="profileId">The id of the profile, <c>uprof_…</c>.</param>
    /// <param name="changes">What to change. Read when the call is made.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>; the controls may have been
    /// updated by then.</param>
    /// <returns>The data controls after the update. A region's status is usually still pending.</returns>
    /// <exception cref="ArgumentException"><paramref name="changes"/> changes nothing or enables a control without a region, the
    /// id is empty or can't be one, or an option of the call is invalid. Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">Two of the betas choose a shape. Nothing was sent.</exception>
    /// <exception cref="ProfilesInvalidRequestException">The service refused the change. The
    /// <see cref="ProfilesApiException.ErrorCode"/> says why: <c>region_not_supported</c>, <c>external_key_not_found</c> and
    /// others.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile, or the organisation is not offered data
    /// controls.</exception>
    /// <exception cref="ProfilesProtocolException">The answer is no data controls, or those of another profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no connection.</exception>
    Task<DataControls> UpdateAsync(
        string profileId,
        DataControlChanges changes,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
