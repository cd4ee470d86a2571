using System.Text.Json;
using FluentProfiles;

namespace Web;

/// <summary><c>GET /profiles.jsonl?country=DE&amp;status=restricted</c>: one line per profile, sent as the service's pages arrive. Memory holds
/// a page or two, however many profiles there are.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Format = JsonSerializerOptions.Web;

    /// <summary>A caller who disconnects ends the query: <paramref name="cancellationToken"/> is the request's. A failure after
    /// the first line aborts the connection, so that nobody takes half of the lines for all.</summary>
    public static async Task<IResult> WriteAsync(
        string? country,
        string? status,
        IProfilesClient client,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (Filter.ProblemOf(status) is { } problem)
            return Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        var rows = Filter.Apply(client.Query(), country, status).Select(p => new Row(p.Id, p.Name, p.CreatedAt));

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
        return Results.Empty;
    }

    private sealed record Row(string Id, string? Name, DateTimeOffset CreatedAt);
}
