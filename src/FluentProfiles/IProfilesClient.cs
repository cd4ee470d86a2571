namespace FluentProfiles;

/// <summary>What an application needs of a <see cref="ProfilesClient"/>, for injection and for fakes (whose
/// <see cref="Query"/> may return <see cref="ProfileQuery.FromItems"/>).</summary>
public interface IProfilesClient
{
    /// <summary>The encryption keys and storage buckets of profiles for Claude on Google Cloud.</summary>
    IDataControlsClient DataControls { get; }

    /// <summary>A query of all profiles. Nothing is sent before it is enumerated.</summary>
    ProfileQuery<UserProfile> Query();

    /// <summary>Reads one profile with every field, those included that a list never reports. One request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or can't be one, or an option of the call is invalid.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no answer or none that could be read.</exception>
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

    /// <summary>Creates a profile. One request; it is sent again only where it certainly had no effect.</summary>
    /// <param name="profile">What to create. Read when the call is made.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>; the profile may have been
    /// created by then.</param>
    /// <returns>The profile as the service answered it, with its id.</returns>
    /// <exception cref="ArgumentException">A value is beyond its limits, or an option of the call is invalid. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field. Nothing was sent.</exception>
    /// <exception cref="ProfilesUnknownOutcomeException">The profile may or may not have been created.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no connection.</exception>
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

    /// <summary>Changes a profile; what <paramref name="changes"/> does not set stays. One request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="changes">What to change. Read when the call is made.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>; the profile may have been
    /// changed by then.</param>
    /// <returns>The profile as the service answered it. Like a list it may leave out what only a get reports.</returns>
    /// <exception cref="ArgumentException">A value is beyond its limits, the id can't be one, or an option of the call is invalid.
    /// Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field. Nothing was sent.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no answer or none that could be read.</exception>
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

    /// <summary>Deletes a profile, for good. One request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>; the profile may have been
    /// deleted by then.</param>
    /// <exception cref="ArgumentException">The id is empty or can't be one, or an option of the call is invalid.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no answer or none that could be read.</exception>
    /// <example>
    /// <code region="example-delete">
    /// await client.DeleteAsync(id);
    /// </code>
    /// </example>
    Task DeleteAsync(string id, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a URL by which the customer enrols. One request. Only the older shapes have it: name a user-profiles
    /// beta; without one it is <see cref="CreateActionUrlAsync"/>.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or can't be one, or an option of the call is invalid.</exception>
    /// <exception cref="ProfilesConfigurationException">No user-profiles beta is named. Nothing was sent.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no answer or none that could be read.</exception>
    Task<CustomerUrl> CreateEnrollmentUrlAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a URL by which the customer takes a step, which is to enrol: the service has no other. One
    /// request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="options">Settings of this call; null for the client's.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or can't be one, or an option of the call is invalid.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no answer or none that could be read.</exception>
    Task<CustomerUrl> CreateActionUrlAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
