using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Service;

/// <summary>The pages of a listing, rendered once by the emulator and served from memory: what is measured is the
/// client.</summary>
internal sealed class RecordedPages : HttpMessageHandler
{
    public const string BaseUrl = "http://127.0.0.1:9";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // By the cursor; the first page by the empty one.
    private readonly Dictionary<string, byte[]> bodies = [];

    public static async Task<RecordedPages> OfAsync(int profiles)
    {
        await using var emulator = ProfileEmulator.Create(new() { Count = profiles, LogRequests = false });
        using var handler = emulator.CreateHandler();
        using var client = HandWrittenLoop.ClientOf(handler, BaseUrl);
        RecordedPages recorded = new();
        for (string? cursor = ""; cursor is not null; )
        {
            var body = await client.GetByteArrayAsync(
                $"v1/user_profiles?limit=100{(cursor == "" ? "" : "&page=" + cursor)}"
            );
            recorded.bodies.Add(cursor, body);
            using var page = JsonDocument.Parse(body);
            cursor = page.RootElement.GetProperty("next_page").GetString();
        }
        return recorded;
    }

    /// <summary>Writes the pages to a file, for another process.</summary>
    public void Save(string path)
    {
        using BinaryWriter writer = new(File.Create(path));
        writer.Write(bodies.Count);
        foreach (var (cursor, body) in bodies)
        {
            writer.Write(cursor);
            writer.Write(body.Length);
            writer.Write(body);
        }
    }

    public static RecordedPages Load(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        RecordedPages recorded = new();
        for (var count = reader.ReadInt32(); count > 0; count--)
            recorded.bodies.Add(reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        return recorded;
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage response = new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(bodies[CursorOf(request.RequestUri!.Query)]),
        };
        response.Content.Headers.ContentType = Json;
        return Task.FromResult(response);
    }

    private static string CursorOf(string query)
    {
        var start = query.IndexOf("page=", StringComparison.Ordinal);
        if (start < 0)
            return "";
        var cursor = query[(start + "page=".Length)..];
        var end = cursor.IndexOf('&', StringComparison.Ordinal);
        return end < 0 ? cursor : cursor[..end];
    }
}
