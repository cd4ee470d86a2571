using System.Globalization;
using System.Net;
using System.Text;
using FluentProfiles.Http.Calls;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Http.Failures;

/// <summary>Turns a refusal into the exception that names it.</summary>
internal static class ApiErrors
{
    // The service's own bodies have a few hundred bytes; what is larger comes from something in between.
    private const int MaxBodyBytes = 64 * 1024;

    /// <param name="response">The refusal. A body that is broken, or does not arrive in time, does not hide the status.</param>
    /// <param name="run">The call that is refused.</param>
    /// <param name="settings">The client's settings.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<ProfilesApiException> ReadAsync(
        HttpResponseMessage response,
        CallRun run,
        ServiceSettings settings,
        CancellationToken cancellationToken
    )
    {
        var texts = run.Texts;
        var text = await ReadBodyAsync(response, texts, run.Caller, cancellationToken).ConfigureAwait(false);
        var body = ApiErrorBody.Read(text);
        body = (body with { RequestId = ProfilesResponse.RequestIdOf(response) ?? body.RequestId }).CleanedBy(texts);
        var wait = ResponseHeaders.RetryAfter(response, settings.TimeProvider);
        return Create(
            new(
                response.StatusCode,
                DescribeWait(wait, run.Call, settings)
                    + Describe(response.StatusCode, body)
                    + Address(response.StatusCode, run.Call, settings),
                body.Type,
                body.Code,
                wait,
                ResponseHeaders.ShouldRetry(response),
                body.RequestId
            )
            {
                IsOfService = body.IsEnvelope,
                Response = new(response),
                Body = text.IsEmpty ? null : texts.Clean(Encoding.UTF8.GetString(text.Span)),
            }
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
            ? $"The response has status {(int)status}, but its body is not an error of the service. A proxy or gateway may have sent it."
            : $"{body.Message} ({(int)status}{(body.Type is null ? "" : $", {body.Type}")})";

    /// <summary>A wrong <see cref="ProfilesClientOptions.BaseUrl"/> also causes a 404, and only the address shows
    /// it.</summary>
    private static string? Address(HttpStatusCode status, ServiceCall call, ServiceSettings settings) =>
        status == HttpStatusCode.NotFound ? $" The request went to {settings.BaseUrl}{call.Route}." : null;

    private static string? DescribeWait(TimeSpan? wait, ServiceCall call, ServiceSettings settings)
    {
        if (settings.MaxRetryAfterOf(call) is not { } most || wait is not { } asked || asked <= most)
            return null;
        var option = call.Settings.NameOf(nameof(settings.MaxRetryAfter), call.Settings.MaxRetryAfter);
        return $"The service requests a delay of {InWords(asked)}, longer than {option} ({Durations.Text(most)}) allows. ";
    }

    private static string InWords(TimeSpan wait) =>
        wait.TotalDays >= 2 ? $"{(long)wait.TotalDays} days"
        : wait.TotalHours >= 2 ? $"{(long)wait.TotalHours} hours"
        : wait.TotalMinutes >= 2 ? $"{(long)wait.TotalMinutes} minutes"
        : string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0.###} seconds");

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(
        HttpResponseMessage response,
        UntrustedText texts,
        CancellationToken caller,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var answer = await ServiceAnswer
                .ReadAsync(response, MaxBodyBytes, texts, cancellationToken)
                .ConfigureAwait(false);
            return answer.Body.ToArray();
        }
        // This includes a body that stalls until the attempt times out.
        catch (Exception) when (!caller.IsCancellationRequested)
        {
            // The status says enough; a body that can't be read must not hide it.
            return default;
        }
    }
}
