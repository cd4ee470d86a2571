using System.Globalization;
using System.Net;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Fronts;

/// <summary>Requests and answers as <see cref="HttpClient"/> has them.</summary>
internal static class HttpMessages
{
    public static async Task<EmulatorRequest> ReadAsync(HttpRequestMessage request, CancellationToken ct)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
            headers[name] = values.ToString();
        foreach (var (name, values) in request.Content?.Headers.NonValidated ?? default)
            headers[name] = values.ToString();
        var body = request.Content is { } content
            ? await BodyLimit
                .ReadAsync(await content.ReadAsStreamAsync(ct).ConfigureAwait(false), content.Headers.ContentLength, ct)
                .ConfigureAwait(false)
            : "";
        return new()
        {
            Method = request.Method.Method.ToUpperInvariant(),
            PathAndQuery = request.RequestUri!.PathAndQuery,
            Headers = headers,
            Body = body ?? "",
            IsTooLarge = body is null,
        };
    }

    public static HttpResponseMessage ToResponse(EmulatorResponse answer, HttpRequestMessage request)
    {
        HttpResponseMessage response = new((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = IsCut(answer) ? new CutContent(answer) : new ReadOnlyMemoryContent(answer.Body),
        };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                response.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return response;
    }

    private static bool IsCut(EmulatorResponse answer) =>
        answer.BreakAfter is not null
        || answer.Headers.TryGetValue("Content-Length", out var text)
            && long.TryParse(text, CultureInfo.InvariantCulture, out var promised)
            && promised > answer.Body.Length;
}
