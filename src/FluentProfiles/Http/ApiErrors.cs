using System.Net;
using System.Text.Json;

namespace FluentProfiles.Http;

/// <summary>Turns a refusal into the exception that names it.</summary>
internal static class ApiErrors
{
    // The service's own bodies have a few hundred bytes; what is larger comes from something in between.
    private const int MaxBodyBytes = 64 * 1024;

    public static async Task<ProfilesApiException> ReadAsync(
        HttpResponseMessage response,
        TimeProvider clock,
        string key,
        CancellationToken cancellationToken
    )
    {
        var body = await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false);
        body = (body with { RequestId = ResponseHeaders.RequestId(response) ?? body.RequestId }).Printable(key);
        return Create(
            new(
                response.StatusCode,
                Describe(response.StatusCode, body),
                body.Type,
                body.Code,
                ResponseHeaders.RetryAfter(response, clock),
                ResponseHeaders.ShouldRetry(response),
                body.RequestId
            )
        );
    }

    private static ProfilesApiException Create(ApiErrorDetails details) =>
        (int)details.StatusCode switch
        {
            400 or 413 => new ProfilesInvalidRequestException(details),
            401 => new ProfilesAuthenticationException(details),
            402 => new ProfilesBillingException(details),
            403 => new ProfilesPermissionException(details),
            404 => new ProfilesNotFoundException(details),
            429 => new ProfilesRateLimitException(details),
            529 => new ProfilesOverloadedException(details),
            _ => new ProfilesApiException(details),
        };

    private static string Describe(HttpStatusCode status, ApiErrorBody body) =>
        body.Message is null
            ? $"The answer has status {(int)status} and no error body of the service; something in between may have sent it."
            : $"{body.Message} ({(int)status}{(body.Type is null ? "" : $", {body.Type}")})";

    private static async Task<ApiErrorBody> ReadBodyAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var answer = await ServiceAnswer
                .ReadAsync(response, MaxBodyBytes, cancellationToken)
                .ConfigureAwait(false);
            return ApiErrorBody.Read(answer.Body.Span);
        }
        catch (Exception cause)
            when (cause is JsonException or ProfilesProtocolException or HttpRequestException or IOException)
        {
            // The status says enough; a body that can't be read must not hide it.
            return default;
        }
    }
}
