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
    /// <summary>Whether the body is one of the service's own.</summary>
    public bool IsOfService { get; init; }
}
