using System.Net.Http.Headers;
using System.Text;
using FluentProfiles;

namespace Probe.Wire;

/// <summary>Sends requests as they are, without the library between: its own checks and retries would hide what the service
/// does. Counts them, and sends no more than allowed.</summary>
internal sealed class ServiceWire(HttpClient http, ProfilesClientOptions options)
{
    private int left;

    /// <summary>Gets the number of requests sent.</summary>
    public int Requests { get; private set; }

    /// <summary>Gets the number of answers without a request id.</summary>
    public int WithoutRequestId { get; private set; }

    /// <summary>Gets the names of the headers about rate limits that answers had.</summary>
    public SortedSet<string> RateHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Allows this many requests from now on.</summary>
    public void Allow(int requests) => left = requests;

    public Task<Reply> GetAsync(string resource, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, resource, null, cancellationToken);

    /// <exception cref="UncheckedException">No answer came.</exception>
    public async Task<Reply> SendAsync(
        HttpMethod method,
        string resource,
        string? body,
        CancellationToken cancellationToken
    )
    {
        if (left-- <= 0)
            throw new InvalidOperationException("The check sends more requests than it says.");
        Requests++;
        using var request = RequestOf(method, resource, body);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            Note(response.Headers);
            return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception failure) when (IsNoAnswer(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw new UncheckedException($"no answer came ({failure.GetType().Name})");
        }
    }

    private static bool IsNoAnswer(Exception failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException;

    private HttpRequestMessage RequestOf(HttpMethod method, string resource, string? body)
    {
        HttpRequestMessage request = new(method, options.BaseUrl.TrimEnd('/') + "/v1/user_profiles" + resource);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey ?? options.AuthToken);
        request.Headers.Add("anthropic-version", options.ApiVersion);
        if (options.WorkspaceId is { } workspace)
            request.Headers.Add("anthropic-workspace-id", workspace);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    private void Note(HttpResponseHeaders headers)
    {
        if (!headers.Contains("request-id"))
            WithoutRequestId++;
        foreach (var (name, _) in headers)
        {
            if (name.Contains("ratelimit", StringComparison.OrdinalIgnoreCase))
                RateHeaders.Add(name);
        }
    }
}
