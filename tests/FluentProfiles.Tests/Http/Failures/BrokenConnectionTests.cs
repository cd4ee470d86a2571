namespace FluentProfiles.Tests.Http.Failures;

public sealed class BrokenConnectionTests
{
    [Theory]
    [OverBothTransports]
    public async Task ClosedPort_Throws(TransportKind kind)
    {
        using ClosedPort port = new();
        using var client = kind.Client($"http://{port}");

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.IsType<HttpRequestException>(failure.InnerException);
        Assert.Null(failure.RequestId);
    }

    [Theory]
    [OverBothTransports("")]
    [OverBothTransports("HTTP/1.1 200 O")]
    [OverBothTransports("this is no HTTP\r\n\r\n")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n")]
    public async Task CutAnswer_Throws(TransportKind kind, string answer)
    {
        await using var server = new RawServer(answer);
        using var client = kind.Client(server.BaseUrl);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.True(failure.InnerException is HttpRequestException or IOException, $"{failure.InnerException}");
    }

    [Theory]
    [OverBothTransports]
    public async Task TimeOutOfHttpClient_Throws(TransportKind kind)
    {
        await using var server = new RawServer((_, ct) => Task.Delay(Timeout.Infinite, ct));
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var client = kind.Client(server.BaseUrl, http);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.NotNull(failure.InnerException);
    }

    [Theory]
    [OverBothTransports]
    public async Task BrokenOnTheSecondPage_SaysWhereToGoOn(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        using var failing = new HttpClient(new FailingHandler(after: 1));
        using var client = kind.Client(service.Emulator.BaseUrl, failing);
        var query = client.Query().WithPageSize(2);

        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(async () =>
        {
            await foreach (var profile in query)
                ids.Add(profile.Id);
        });

        Assert.Equal(TestProfiles.Ids([2, 1]), ids);
        var rest = await service.Query().WithPageSize(2).ResumeFrom(failure.ResumeToken).ToListAsync();
        Assert.Equal([TestProfiles.IdOf(0)], rest.Select(p => p.Id));
    }
}
