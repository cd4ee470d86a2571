using System.Net.Http.Headers;

namespace FluentProfiles.Http;

/// <summary>Sends one request and reads its whole answer; whatever goes wrong becomes an exception of ours.</summary>
internal sealed class ServiceClient(ServiceSettings settings, IProfilesTransport transport)
{
    private const string ProfilesPath = "/v1/user_profiles";

    private static readonly string UserAgent =
        "FluentProfiles/" + typeof(ServiceClient).Assembly.GetName().Version!.ToString(3);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public ServiceSettings Settings => settings;

    /// <param name="method">The method.</param>
    /// <param name="resource">What follows <c>/v1/user_profiles</c>: an escaped id with its slash, or a query.</param>
    /// <param name="scope">The betas and the workspace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="body">A body of JSON; empty for none.</param>
    public async Task<ServiceAnswer> SendAsync(
        HttpMethod method,
        string resource,
        RequestScope scope,
        CancellationToken cancellationToken,
        ReadOnlyMemory<byte> body = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var request = new HttpRequestMessage(method, settings.BaseUrl + ProfilesPath + resource);
        if (!body.IsEmpty)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        var key = await settings.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        AddHeaders(request, scope, key);
        try
        {
            using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? await ServiceAnswer
                    .ReadAsync(response, settings.MaxPageBytes, cancellationToken)
                    .ConfigureAwait(false)
                : throw await ApiErrors
                    .ReadAsync(response, settings.TimeProvider, key, cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (Exception cause) when (IsBrokenConnection(cause))
        {
            // A connection may well break because it was cancelled: then that is what the caller is told.
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProfilesConnectionException(
                $"No answer from {new Uri(settings.BaseUrl).Authority}: the connection failed or took too long.",
                cause
            );
        }
    }

    private void AddHeaders(HttpRequestMessage request, RequestScope scope, string key)
    {
        var headers = request.Headers;
        headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
        headers.TryAddWithoutValidation("anthropic-version", settings.ApiVersion);
        if (scope.Betas.Header is { } betas)
            headers.TryAddWithoutValidation("anthropic-beta", betas);
        if (scope.Workspace is { } workspace)
            headers.TryAddWithoutValidation("anthropic-workspace-id", workspace);
    }

    /// <summary>A transport's own time-out is among it; .NET reports that as a cancellation.</summary>
    private static bool IsBrokenConnection(Exception cause) =>
        cause is HttpRequestException or IOException or TimeoutException or OperationCanceledException;
}
