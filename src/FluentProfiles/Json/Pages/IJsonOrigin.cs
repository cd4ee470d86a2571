namespace FluentProfiles.Json.Pages;

/// <summary>The JSON that the profiles of a page are read from. Its memory is released when it is disposed.</summary>
internal interface IJsonOrigin : IDisposable
{
    /// <summary>The number of bytes.</summary>
    long Bytes { get; }

    string? RequestId { get; }

    /// <summary>The status and the headers that came with it; null if it is not from a response.</summary>
    ProfilesResponse? Response { get; }

    /// <summary>Returns the JSON from the start of a profile on. It may continue after the profile.</summary>
    /// <param name="buffer">The profiles of the page.</param>
    /// <param name="index">The profile's index.</param>
    ReadOnlySpan<byte> JsonOf(ProfileBuffer buffer, int index);

    /// <summary>Returns the exception for JSON that can't be read.</summary>
    ProfilesProtocolException NotUnderstood(Exception cause);

    /// <summary>Returns a text from the JSON as an exception may show it.</summary>
    string Clean(string text);

    /// <summary>Returns true if a text from the JSON contains the client's credentials.</summary>
    bool HasCredentials(string text);
}
