using System.Net;

namespace FluentProfiles;

/// <summary>What a refusal says of itself.</summary>
internal sealed record ApiErrorDetails(
    HttpStatusCode StatusCode,
    string Message,
    string? ErrorType,
    string? ErrorCode,
    TimeSpan? RetryAfter,
    bool? ShouldRetry,
    string? RequestId
)
{
    /// <summary>The status and the headers; null where there are none to show.</summary>
    public ProfilesResponse? Response { get; init; }

    /// <summary>The body as text that may be shown; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the body is one of the service's own.</summary>
    public bool IsOfService { get; init; }
}
