using FluentProfiles.Evaluation;

namespace FluentProfiles.Running.Fetching;

/// <summary>Reads profiles again, by GET, for their details.</summary>
/// <param name="requests">The requests of the run.</param>
/// <param name="conditions">The conditions that the profile must still meet; null for none.</param>
internal sealed class DetailReader(RunRequests requests, ProfileCondition? conditions)
{
    /// <returns>Null when the profile is gone.</returns>
    /// <exception cref="ProfilesBudgetException">The time of the run is up.</exception>
    public async Task<UserProfile?> ReadAsync(UserProfile profile) =>
        await requests
            .Time.Of(new ValueTask<UserProfile?>(requests.ReadProfileAsync(profile.Id, requests.Time.Token)))
            .ConfigureAwait(false);

    /// <summary>Returns false for a profile that no longer meets the conditions.</summary>
    public bool Keeps(UserProfile details) => conditions is null || conditions.Holds(details);
}
