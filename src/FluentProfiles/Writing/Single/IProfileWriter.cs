namespace FluentProfiles.Writing.Single;

/// <summary>Writes single profiles for a bulk write: to the service, or to objects in memory.</summary>
internal interface IProfileWriter
{
    /// <summary>Updates a profile. Done twice it does the same.</summary>
    Task<UserProfile> UpdateAsync(string id, ProfileWrite write, CancellationToken cancellationToken);

    /// <summary>Deletes a profile.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
