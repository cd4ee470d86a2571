namespace FluentProfiles.Json.Pages;

/// <summary>A page of a source that keeps each profile as JSON, such as a database.</summary>
/// <param name="profiles">The JSON of each profile, in the order of the listing.</param>
/// <param name="nextCursor">The cursor of the page that follows, or null at the end of the listing.</param>
/// <param name="origin">Where the JSON is from, for the message of a profile that can't be read: "the mirror".</param>
internal sealed class RawPage(IReadOnlyList<ReadOnlyMemory<byte>> profiles, string? nextCursor, string origin)
    : IJsonOrigin,
        IUnreadPage
{
    public IReadOnlyList<ReadOnlyMemory<byte>> Profiles => profiles;

    public string? NextCursor => nextCursor;

    /// <inheritdoc cref="Page.CursorAfter"/>
    public Func<int, string>? CursorAfter { get; init; }

    /// <summary>Disposed when the page has been examined; null for none.</summary>
    public IDisposable? Memory { get; init; }

    public long Bytes => profiles.Sum(profile => (long)profile.Length);

    public string? RequestId => null;

    public ProfilesResponse? Response => null;

    public ReadOnlySpan<byte> JsonOf(ProfileBuffer buffer, int index) => profiles[index].Span;

    public ProfilesProtocolException NotUnderstood(Exception cause) =>
        new($"A profile of {origin} is not the expected JSON: {cause.Message}", cause);

    public string Clean(string text) => text;

    public bool HasCredentials(string text) => false;

    public Page ReadBy(PageReader reader, int limit) => reader.ReadProfiles(this);

    public void Dispose() => Memory?.Dispose();
}
