namespace FluentProfiles.Json.Pages;

/// <summary>The body of an answer, whose memory goes back when it is disposed of.</summary>
internal interface IPageBody : IDisposable
{
    ReadOnlyMemory<byte> Body { get; }

    string? RequestId { get; }

    /// <summary>The status and the headers that came with it; null where it came from no answer.</summary>
    ProfilesResponse? Response { get; }

    /// <summary>Returns the exception for a body that can't be read.</summary>
    ProfilesProtocolException NotUnderstood(Exception cause);

    /// <summary>Returns a text of the body as an exception may show it.</summary>
    string Clean(string text);

    /// <summary>Returns whether a text of the body repeats the client's credentials.</summary>
    bool HasCredentials(string text);
}
