namespace FluentProfiles.Json.Pages;

/// <summary>A single profile that its source has as an object.</summary>
/// <param name="profile">The profile.</param>
internal sealed class ProfileObject(UserProfile profile) : IUnreadProfile
{
    public UserProfile ReadBy(PageReader reader, string id) => profile;
}
