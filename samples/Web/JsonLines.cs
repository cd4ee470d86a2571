using System.Text.Json;
using FluentProfiles;

namespace Web;

/// <summary><c>GET /profiles.jsonl?status=restricted</c>: a line for each profile, sent as the service's pages come in. However
/// many there are, the memory holds a page or two.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Format = JsonSerializerOptions.Web;

    /// <summary>Whoever goes away ends the query: <paramref name="cancellationToken"/> is the request's. A failure after the
    /// first line breaks the connection off, so that nobody takes half of the lines for all.</summary>
    public static async Task WriteAsync(
        string? status,
        IProfilesClient client,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var profiles = client.Query();
        if (status is not null)
            profiles = profiles.Where(p => p.EnforcementStatus == status);
        var rows = profiles.Select(p => new Row(p.Id, p.Name, p.CreatedAt));

        response.ContentType = "application/x-ndjson";
        await foreach (var page in rows.AsPages().WithCancellation(cancellationToken))
        {
            foreach (var row in page.Items)
            {
                await JsonSerializer.SerializeAsync(response.Body, row, Format, cancellationToken);
                await response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }
            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private sealed record Row(string Id, string? Name, DateTimeOffset CreatedAt);
}
