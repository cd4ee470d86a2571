using System.Net.Http.Headers;
using FluentProfiles.Http.Failures;
using FluentProfiles.Http.Retrying;
using FluentProfiles.Http.Transport;
using FluentProfiles.Json.Pages;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Http.Calls;

/// <summary>Sends one attempt of a call and reads its whole answer. Every failure becomes an exception of the library.</summary>
internal sealed class RequestSender(ServiceSettings settings, IProfilesTransport transport)
{
    private static readonly string UserAgent =
        "FluentProfiles/" + typeof(RequestSender).Assembly.GetName().Version!.ToString(3);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly ConnectionErrors errors = new(settings, transport);

    // The latest key and its header. Keys change rarely, so most requests share one string.
    private Tuple<string, string>? authorization;

    /// <exception cref="ProfilesException">There is no answer, or it is a refusal or too large.</exception>
    public async ValueTask<ServiceAnswer> SendAsync(CallRun run)
    {
        run.Caller.ThrowIfCancellationRequested();
        var call = run.Call;
        run.BeginAttempt();
        using var limit = TimeLimit.Of(settings.AttemptTimeoutOf(call), settings.TimeProvider, run.Token);
        var token = limit?.Token ?? run.Token;
        var key = run.NextKey ?? await KeyAsync(run, limit, token).ConfigureAwait(false);
        (run.Key, run.NextKey) = (key, null);
        using var request = RequestOf(call, key);
        ThrowIfHeadersAreAdded(run, request);
        RequestTrace trace = new(
            new(call.Method, call.Route, settings.Address, settings.BaseUrl, run.Sent, call.Settings.Tag),
            settings.Watchers,
            settings.TimeProvider
        );
        run.RecordSent();
        var isAnswered = false;
        try
        {
            using var response = await transport.SendAsync(request, token).ConfigureAwait(false);
            isAnswered = true;
            run.Texts.Clean(response);
            trace.Answered(response);
            ThrowIfAnotherMethodWasSent(call, response);
            ThrowIfHeadersWentElsewhere(call, response);
            if (!response.IsSuccessStatusCode)
                throw await ApiErrors.ReadAsync(response, run, settings, token).ConfigureAwait(false);
            ThrowIfContradicting(call, response);
            var answer = await ServiceAnswer
                .ReadAsync(response, settings.MaxPageBytes, run.Texts, token)
                .ConfigureAwait(false);
            trace.Completed(answer.Body.Length);
            return answer;
        }
        catch (Exception cause)
        {
            trace.Failed(cause);
            run.RecordHandlerRetry(request);
            if (isAnswered ? cause is ProfilesException : MayStand(cause))
                throw;
            // A cancellation may break the connection, and the caller expects the cancellation.
            run.Caller.ThrowIfCancellationRequested();
            throw errors.NoAnswer(run, cause, limit is { HasPassed: true }, isAnswered);
        }
        finally
        {
            var duration = trace.End();
            call.Budget?.End(duration);
        }
    }

    /// <summary>Calls the provider again after the key of an attempt was refused.</summary>
    /// <returns>True when it returned another key, which the next attempt sends.</returns>
    public async ValueTask<bool> RenewKeyAsync(CallRun run)
    {
        using var limit = TimeLimit.Of(settings.AttemptTimeoutOf(run.Call), settings.TimeProvider, run.Token);
        var key = await KeyAsync(run, limit, limit?.Token ?? run.Token).ConfigureAwait(false);
        if (key == run.Key)
            return false;
        run.NextKey = key;
        return true;
    }

    /// <summary>Throws if a handler beneath has followed a redirect of a write by reading: the answer is that of a GET then, and
    /// nothing was written.</summary>
    private static void ThrowIfAnotherMethodWasSent(ServiceCall call, HttpResponseMessage response)
    {
        if (call.Method != HttpMethod.Get && response.RequestMessage?.Method == HttpMethod.Get)
            throw new ProfilesProtocolException(
                $"The {call.Method} was redirected, and the HttpClient that carries the requests followed with a GET: the response does not say whether anything was written. Set AllowAutoRedirect of its handler to false, and correct ProfilesClientOptions.BaseUrl."
            )
            {
                RequestId = ProfilesResponse.RequestIdOf(response),
            };
    }

    /// <summary>Throws if a handler beneath has followed a redirect to another server. .NET drops the key then, but no other
    /// header.</summary>
    private void ThrowIfHeadersWentElsewhere(ServiceCall call, HttpResponseMessage response)
    {
        if (
            call.Settings.Headers.HeaderNames.Count > 0
            && response.RequestMessage?.RequestUri is { } reached
            && reached.Authority != settings.Address.Authority
        )
            throw new ProfilesProtocolException(
                $"The {call.Method} was redirected to {reached.Authority}, and the HttpClient that carries the requests took the headers along that the query or the call adds. Set AllowAutoRedirect of its handler to false, and correct ProfilesClientOptions.BaseUrl."
            )
            {
                RequestId = ProfilesResponse.RequestIdOf(response),
            };
    }

    /// <summary>Returns whether an exception of a transport may stand for this request. A handler that uses another client throws
    /// the exceptions of that client's answers, and its 404 says nothing about the profile of this request.</summary>
    private bool MayStand(Exception cause) =>
        cause is ProfilesConfigurationException or ProfilesConnectionException || settings.IsInMemory;

    private void ThrowIfHeadersAreAdded(CallRun run, HttpRequestMessage request)
    {
        try
        {
            DefaultHeaders.ThrowIfAddedTo(request, transport);
        }
        // The transport may have been disposed of.
        catch (Exception cause) when (cause is not ProfilesConfigurationException)
        {
            run.Caller.ThrowIfCancellationRequested();
            throw errors.NotSent(run, cause);
        }
    }

    private async ValueTask<string> KeyAsync(CallRun run, TimeLimit? limit, CancellationToken cancellationToken)
    {
        try
        {
            return await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cause)
        {
            run.Caller.ThrowIfCancellationRequested();
            throw errors.NoToken(run, cause, limit is { HasPassed: true });
        }
    }

    private static void ThrowIfContradicting(ServiceCall call, HttpResponseMessage response)
    {
        if (!call.CanBeAnsweredWith(response.StatusCode))
            throw Contradiction.Of(
                ProfilesResponse.RequestIdOf(response),
                $"its status is {(int)response.StatusCode}, which the service never returns for it"
            );
    }

    private HttpRequestMessage RequestOf(ServiceCall call, string key)
    {
        HttpRequestMessage request = new(call.Method, settings.BaseUrl + call.Address);
        if (!call.IsIdempotent)
            request.Options.Set(ProfilesRequestOptions.MustNotBeRepeated, true);
        if (!call.Body.IsEmpty)
            request.Content = ContentOf(call);
        AddHeaders(request, call.Scope, key);
        call.Settings.Headers.AddTo(request);
        return request;
    }

    private static HttpContent ContentOf(ServiceCall call)
    {
        HttpContent content = call.Settings.Permit is { } permit
            ? new GuardedContent(call.Body, permit)
            : new ReadOnlyMemoryContent(call.Body);
        content.Headers.ContentType = Json;
        return content;
    }

    private void AddHeaders(HttpRequestMessage request, RequestScope scope, string key)
    {
        var headers = request.Headers;
        headers.TryAddWithoutValidation("Authorization", AuthorizationOf(key));
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("anthropic-version", settings.ApiVersion);
        if (scope.Betas.Header is { } betas)
            headers.TryAddWithoutValidation("anthropic-beta", betas);
        if (scope.Workspace is { } workspace)
            headers.TryAddWithoutValidation("anthropic-workspace-id", workspace);
    }

    private string AuthorizationOf(string key)
    {
        var known = authorization;
        if (known?.Item1 != key)
            authorization = known = new(key, "Bearer " + key);
        return known.Item2;
    }
}
