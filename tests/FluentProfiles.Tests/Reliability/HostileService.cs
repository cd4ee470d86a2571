using System.Text;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Reliability;

/// <summary>A service over real HTTP whose second answer is hostile. The first is a page of two profiles, all others the page
/// that ends the listing.</summary>
internal sealed class HostileService : IAsyncDisposable
{
    public const string RequestId = "req_hostile";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly RawServer server;
    private int requests;

    /// <param name="answer">Writes the second answer.</param>
    public HostileService(Func<Stream, CancellationToken, Task> answer) =>
        server = new(
            (stream, ct) =>
                Interlocked.Increment(ref requests) switch
                {
                    1 => stream.WriteAsync(Answer(Page("one", "a", "b")), ct).AsTask(),
                    2 => answer(stream, ct),
                    _ => stream.WriteAsync(Answer(Page(null, "c")), ct).AsTask(),
                }
        );

    public HostileService(byte[] answer)
        : this((stream, ct) => stream.WriteAsync(answer, ct).AsTask()) { }

    public string BaseUrl => server.BaseUrl;

    public int Requests => requests;

    public static string Page(string? next, params string[] ids) =>
        $$"""{"data":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","created_at":"{{Answers.Created}}"}"""))}}],"next_page":{{(next is null ? "null" : $"\"{next}\"")}}}""";

    public static byte[] Answer(string body, params string[] headers) => Answer(Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Answer(byte[] body, params string[] headers) =>
        [.. Head(200, [$"Content-Length: {body.Length}", .. headers]), .. body];

    public static byte[] Head(int status, params string[] headers) =>
        Encoding.Latin1.GetBytes(
            string.Join(
                "\r\n",
                [$"HTTP/1.1 {status} So", $"request-id: {RequestId}", "Connection: close", .. headers, "", ""]
            )
        );

    /// <summary>Reads the listing until it fails, and the rest from the failure's token: who comes, comes once, and of the
    /// hostile answer nobody does.</summary>
    public async Task<TException> FailAsync<TException>(Action<ProfilesClientOptions>? configure = null)
        where TException : ProfilesException
    {
        using var client = Client(configure);
        var query = client.Query().WithPrefetch(0);
        List<string> ids = [];

        var failure = await Assert
            .ThrowsAsync<TException>(async () =>
            {
                await foreach (var profile in query)
                    ids.Add(profile.Id);
            })
            .WaitAsync(Patience);

        Assert.Equal(["a", "b"], ids);
        ids.AddRange(
            await query.ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync().AsTask().WaitAsync(Patience)
        );
        Assert.Equal(["a", "b", "c"], ids);
        Assert.Equal(3, Requests);
        return failure;
    }

    /// <summary>A client of it that repeats nothing by itself.</summary>
    public ProfilesClient Client(Action<ProfilesClientOptions>? configure = null)
    {
        ProfilesClientOptions options = new()
        {
            BaseUrl = BaseUrl,
            ApiKey = TestService.Key,
            MaxRetries = 0,
        };
        configure?.Invoke(options);
        return new(options);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
