using System.Collections.ObjectModel;
using System.Net;

namespace FluentProfiles;

/// <summary>The service refused a request. The subclasses name the common reasons; another status has this type.</summary>
public class ProfilesApiException : ProfilesException
{
    /// <summary>Creates an exception for a test. In production, the client creates it.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="message">What the service says.</param>
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

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The service's word for the kind of error (<c>rate_limit_error</c>), or null where the body was not the
    /// service's own.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The finer reason (<c>enforced_spend_limit_reached</c>), or null where the service gives none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How long the service asks to wait, or null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The headers of the answer, as in <see cref="ProfilesResponse.Headers"/>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The body of the answer, as text: at most 1,000 characters, on one line, without credentials. Null where it
    /// could not be read, is empty or has more than 64 KiB. It may quote values of the request.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the service says that another attempt has a point; null where it does not say.</summary>
    internal bool? ShouldRetry { get; }
}
