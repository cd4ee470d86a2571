using FluentProfiles.Evaluation;

namespace FluentProfiles.Running.Fetching;

/// <summary>Reads profiles again, by GET, for their details.</summary>
/// <param name="requests">The requests of the run.</param>
/// <param name="conditions">The conditions that the profile must still meet; null for none.</param>
internal sealed class DetailReader(RunRequests requests, ProfileCondition? conditions)
{
    /// <returns>Null when the profile is gone, or no longer meets the conditions.</returns>
    public async Task<UserProfile?> ReadAsync(UserProfile profile)
    {
        var details = await requests.ReadProfileAsync(profile.Id, requests.RunToken).ConfigureAwait(false);
        return details is null || conditions is null || conditions.Holds(details) ? details : null;
    }
}
