namespace FluentProfiles;

/// <summary>The operations of a <see cref="ProfilesClient"/>, for dependency injection and for fakes. The
/// <see cref="Query"/> method of a fake may return <see cref="ProfileQuery.FromItems"/>.</summary>
public interface IProfilesClient
{
    /// <summary>The client for data controls: the encryption keys and storage buckets of profiles for Claude on Google
    /// Cloud.</summary>
    IDataControlsClient DataControls { get; }

    /// <summary>Returns a query of all profiles. Nothing is sent until you enumerate it.</summary>
    ProfileQuery<UserProfile> Query();

    /// <summary>Reads one profile with every field, including the fields that a list never contains. Sends one
    /// request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or malformed, or an option of the call is
    /// invalid.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist. If
    /// <see cref="ProfilesApiException.ErrorType"/> is null, the service did not send the 404: check
    /// <see cref="ProfilesClientOptions.BaseUrl"/>.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the library received no valid
    /// response.</exception>
    /// <example>
    /// <code region="example-get">
    /// try
    /// {
    ///     var profile = await client.GetAsync(id);
    ///     Console.WriteLine(profile.EnforcementStatus.Effective);
    /// }
    /// catch (ProfilesNotFoundException)
    /// {
    ///     Console.WriteLine("There is no such profile.");
    /// }
    /// </code>
    /// </example>
    Task<UserProfile> GetAsync(string id, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a profile. Sends one request, and retries it only when the failed attempt certainly had no
    /// effect.</summary>
    /// <param name="profile">The profile to create. It is read when the call starts.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>. The profile
    /// may have been created nevertheless.</param>
    /// <returns>The profile that the service returned, with its id.</returns>
    /// <exception cref="ArgumentException">A value exceeds its limits, or an option of the call is invalid. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept one of the fields. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesUnknownOutcomeException">It is unknown whether the profile was created.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the connection failed.</exception>
    /// <example>
    /// <code region="example-create">
    /// var created = await client.CreateAsync(
    ///     new()
    ///     {
    ///         Name = "Acme",
    ///         Metadata = new() { ["plan"] = "pro" },
    ///         ExternalUserDetails = new() { ReferenceId = "customer-17" },
    ///     }
    /// );
    /// Console.WriteLine(created.Id); // keep it: the service can't look up a reference
    /// </code>
    /// </example>
    Task<UserProfile> CreateAsync(
        NewProfile profile,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Updates a profile. Fields that <paramref name="changes"/> does not set keep their values. Sends one
    /// request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="changes">The changes to make. They are read when the call starts.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>. The profile
    /// may have been updated nevertheless.</param>
    /// <returns>The profile that the service returned. Like a list, it may omit fields that only a get
    /// contains.</returns>
    /// <exception cref="ArgumentException">A value exceeds its limits, the id is malformed, or an option of the call is
    /// invalid. Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept one of the fields. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist. If
    /// <see cref="ProfilesApiException.ErrorType"/> is null, the service did not send the 404: check
    /// <see cref="ProfilesClientOptions.BaseUrl"/>.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the library received no valid
    /// response.</exception>
    /// <example>
    /// <code region="example-update">
    /// await client.UpdateAsync(
    ///     id,
    ///     new()
    ///     {
    ///         Metadata = new() { ["plan"] = "team", ["trial"] = Change.Clear },
    ///     }
    /// );
    /// </code>
    /// </example>
    Task<UserProfile> UpdateAsync(
        string id,
        ProfileChanges changes,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a profile permanently. Sends one request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>. The profile
    /// may have been deleted nevertheless.</param>
    /// <exception cref="ArgumentException">The id is empty or malformed, or an option of the call is
    /// invalid.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist. If
    /// <see cref="ProfilesApiException.ErrorType"/> is null, the service did not send the 404: check
    /// <see cref="ProfilesClientOptions.BaseUrl"/>.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the library received no valid
    /// response.</exception>
    /// <example>
    /// <code region="example-delete">
    /// await client.DeleteAsync(id);
    /// </code>
    /// </example>
    Task DeleteAsync(string id, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Creates a URL at which the customer enrolls. Sends one request. Only the older shapes support this call:
    /// specify a user-profiles beta. Without a beta, call <see cref="CreateActionUrlAsync"/>.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or malformed, or an option of the call is
    /// invalid.</exception>
    /// <exception cref="ProfilesConfigurationException">No user-profiles beta is specified. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist. If
    /// <see cref="ProfilesApiException.ErrorType"/> is null, the service did not send the 404: check
    /// <see cref="ProfilesClientOptions.BaseUrl"/>.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the library received no valid
    /// response.</exception>
    Task<CustomerUrl> CreateEnrollmentUrlAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a URL at which the customer completes an action. The only action of the service is to enroll.
    /// Sends one request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">The settings of this call, or null for the client's settings.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or malformed, or an option of the call is
    /// invalid.</exception>
    /// <exception cref="ProfilesNotFoundException">The profile does not exist. If
    /// <see cref="ProfilesApiException.ErrorType"/> is null, the service did not send the 404: check
    /// <see cref="ProfilesClientOptions.BaseUrl"/>.</exception>
    /// <exception cref="ProfilesException">The service rejected the request, or the library received no valid
    /// response.</exception>
    Task<CustomerUrl> CreateActionUrlAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
