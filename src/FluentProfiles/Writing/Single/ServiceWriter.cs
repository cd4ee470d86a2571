using FluentProfiles.Http.Calls;

namespace FluentProfiles.Writing.Single;

/// <summary>Writes to the service with the scope of one query.</summary>
internal sealed class ServiceWriter(ProfileWriter writer, RequestScope scope) : IProfileWriter
{
    public Task<UserProfile> UpdateAsync(string id, ProfileWrite write, CancellationToken cancellationToken) =>
        writer.UpdateAsync(id, write, scope, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        writer.DeleteAsync(id, scope, cancellationToken);
}
