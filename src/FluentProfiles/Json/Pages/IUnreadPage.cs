namespace FluentProfiles.Json.Pages;

/// <summary>A page as its source returns it, before the run's reader has read its profiles.</summary>
internal interface IUnreadPage
{
    /// <summary>Reads the page, which then owns the memory that it was read from.</summary>
    /// <param name="reader">The reader of the run.</param>
    /// <param name="limit">The most profiles that the page may have.</param>
    /// <exception cref="ProfilesProtocolException">The content is no page, or has more profiles.</exception>
    Page ReadBy(PageReader reader, int limit);
}
