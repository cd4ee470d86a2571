namespace FluentProfiles.Json.Pages;

/// <summary>The body of a response: a page of a listing, or a single profile.</summary>
internal interface IPageBody : IJsonOrigin, IUnreadPage, IUnreadProfile
{
    ReadOnlyMemory<byte> Body { get; }

    long IJsonOrigin.Bytes => Body.Length;

    ReadOnlySpan<byte> IJsonOrigin.JsonOf(ProfileBuffer buffer, int index) => Body.Span[buffer.Starts[index]..];

    Page IUnreadPage.ReadBy(PageReader reader, int limit) => reader.ReadPage(this, limit);

    UserProfile IUnreadProfile.ReadBy(PageReader reader, string id)
    {
        using (this)
            return reader.ReadProfile(this, id);
    }
}
