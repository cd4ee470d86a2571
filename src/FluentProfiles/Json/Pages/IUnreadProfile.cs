namespace FluentProfiles.Json.Pages;

/// <summary>A single profile as its source returns it, before a reader has read it.</summary>
internal interface IUnreadProfile
{
    /// <summary>Reads the profile, and releases the memory that it was read from.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="id">The id that the profile must have.</param>
    /// <exception cref="ProfilesProtocolException">The content is no profile, or another one.</exception>
    UserProfile ReadBy(PageReader reader, string id);
}
