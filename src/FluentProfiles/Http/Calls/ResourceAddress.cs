using FluentProfiles.Model.Profiles;

namespace FluentProfiles.Http.Calls;

/// <summary>Writes addresses of the service.</summary>
internal static class ResourceAddress
{
    /// <summary>The path of one profile. The id comes from anywhere, so whatever could lead elsewhere is escaped.</summary>
    /// <exception cref="ArgumentException">No address can carry the id.</exception>
    public static string OfProfile(string id, string? parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, parameter);
        return ProfileId.CanBeAskedFor(id)
            ? "/" + Uri.EscapeDataString(id)
            : throw new ArgumentException("The value is not a valid profile id. Ids look like uprof_….", parameter);
    }
}
