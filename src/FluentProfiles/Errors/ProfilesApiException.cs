using System.Collections.ObjectModel;
using System.Net;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the service rejects a request. Subclasses represent the common errors.
/// Other status codes use this class.</summary>
public class ProfilesApiException : ProfilesException
{
    /// <summary>Creates an exception for a test. In production, the client creates it.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="message">The service's error message.</param>
    public ProfilesApiException(HttpStatusCode statusCode, string message)
        : base(message) => StatusCode = statusCode;

    internal ProfilesApiException(ApiErrorDetails details)
        : base(details.Message)
    {
        StatusCode = details.StatusCode;
        ErrorType = details.ErrorType;
        ErrorCode = details.ErrorCode;
        RetryAfter = details.RetryAfter;
        ShouldRetry = details.ShouldRetry;
        RequestId = details.RequestId;
        Headers = details.Response?.Headers ?? Headers;
        Body = details.Body;
    }

    /// <summary>The HTTP status code.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The service's error type (<c>rate_limit_error</c>), or null if the body was not written by the
    /// service.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The service's error code (<c>enforced_spend_limit_reached</c>), which is more specific than the type;
    /// or null if there is none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The delay that the service requests before a retry, or null if it requests none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The headers of the response, as in <see cref="ProfilesResponse.Headers"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The body of the response as a string: at most 1,000 characters, on one line, without credentials. Null if
    /// the body could not be read, is empty or exceeds 64 KiB. It may contain values of the request.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the service says that another attempt has a point; null where it does not say.</summary>
    internal bool? ShouldRetry { get; }
}
