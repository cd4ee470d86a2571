using System.Collections.ObjectModel;
using System.Net;
using System.Net.Http.Headers;

namespace FluentProfiles;

/// <summary>The status and the headers of a response. Use it for information that this library does not read: the state
/// of a rate limit, the region, the trace id of a gateway. Immutable and thread-safe.</summary>
public sealed class ProfilesResponse
{
    private const int MostHeaders = 100;

    private readonly HttpHeaders[] sources = [];
    private IReadOnlyDictionary<string, string>? headers;

    /// <summary>Creates a response for a test. In production, the client creates it.</summary>
    public ProfilesResponse() { }

    internal ProfilesResponse(HttpResponseMessage response)
    {
        StatusCode = response.StatusCode;
        RequestId = RequestIdOf(response);
        sources = [response.Headers, response.Content.Headers];
    }

    /// <summary>The HTTP status code; 200 by default.</summary>
    public HttpStatusCode StatusCode { get; init; } = HttpStatusCode.OK;

    /// <summary>The request id, for support by the service; null if the response has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The headers by name, without regard to case: the first 100, each with at most 1,000 characters. Several
    /// values of one header are joined with a comma and a space. Credentials are removed, and <c>Set-Cookie</c> is
    /// omitted.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => headers ??= Read();
        init => headers = value;
    }

    /// <summary>Returns the status and the request id, without the headers.</summary>
    public override string ToString() => $"{(int)StatusCode}, request id {RequestId ?? "none"}";

    internal static string? RequestIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("request-id", out var values) ? values.FirstOrDefault() : null;

    private ReadOnlyDictionary<string, string> Read()
    {
        Dictionary<string, string> read = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in sources.SelectMany(source => source.NonValidated).Take(MostHeaders))
        {
            if (!name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
                read[name] = LongText.AtMost(LongText.Longest, values.ToString());
        }
        return new(read);
    }
}
