namespace FluentProfiles;

/// <summary>What an application needs of a <see cref="ProfilesClient"/>, for injection and for fakes (whose
/// <see cref="Query"/> may return <see cref="ProfileQuery.FromItems"/>).</summary>
public interface IProfilesClient
{
    /// <summary>A query of all profiles. Nothing is sent before it is enumerated.</summary>
    ProfileQuery<UserProfile> Query();

    /// <summary>Reads one profile with every field, those included that a list never reports. One request.</summary>
    /// <param name="id">The id, <c>uprof_…</c>.</param>
    /// <param name="betas">Betas for this request, joined with the client's as a query's are; null for none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The id is empty or can't be one, or a beta is no header value.</exception>
    /// <exception cref="ProfilesNotFoundException">There is no such profile.</exception>
    /// <exception cref="ProfilesException">The service refused, or there was no answer or none that could be read.</exception>
    Task<UserProfile> GetAsync(
        string id,
        IEnumerable<AnthropicBeta>? betas = null,
        CancellationToken cancellationToken = default
    );
}
