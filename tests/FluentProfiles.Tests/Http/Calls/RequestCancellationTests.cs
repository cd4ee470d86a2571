namespace FluentProfiles.Tests.Http.Calls;

public sealed class RequestCancellationTests
{
    [Theory]
    [OverBothTransports]
    public async Task BeforeTheStart_SendsNothing(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        var cancelled = new CancellationToken(canceled: true);

        var list = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await service.Query().ToListAsync(cancelled)
        );
        var get = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Client.GetAsync("uprof_000001", cancellationToken: cancelled)
        );

        Assert.Equal((cancelled, cancelled), (list.CancellationToken, get.CancellationToken));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OverBothTransports("")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[")]
    [OverBothTransports("HTTP/1.1 500 No\r\nContent-Length: 1000\r\n\r\n{\"error\":")]
    public async Task WhileWaiting_Cancels(TransportKind kind, string sent)
    {
        using var stop = new CancellationTokenSource();
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                await RawServer.WriteAsync(stream, sent, ct);
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, ct);
            }
        );
        using var client = kind.Client(server.BaseUrl);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await client.Query().ToListAsync(stop.Token)
        );

        Assert.Equal(stop.Token, failure.CancellationToken);
    }

    [Theory]
    [OverBothTransports("")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\":")]
    public async Task GetWhileWaiting_Cancels(TransportKind kind, string sent)
    {
        using var stop = new CancellationTokenSource();
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                await RawServer.WriteAsync(stream, sent, ct);
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, ct);
            }
        );
        using var client = kind.Client(server.BaseUrl);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.GetAsync("uprof_000001", cancellationToken: stop.Token)
        );

        Assert.Equal(stop.Token, failure.CancellationToken);
    }

    [Theory]
    [OverBothTransports]
    public async Task ConnectionBreaksMeanwhile_Cancels(TransportKind kind)
    {
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient(
            new StubHandler(_ =>
            {
                stop.Cancel();
                throw new HttpRequestException("Broken, since cancelled.");
            })
        );
        using var client = kind.Client("http://127.0.0.1:9", http);

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await client.Query().ToListAsync(stop.Token)
        );

        Assert.Equal(stop.Token, failure.CancellationToken);
    }

    [Fact]
    public async Task InTokenProvider_Cancels()
    {
        using var stop = new CancellationTokenSource();
        using var client = new ProfilesClient(
            new()
            {
                TokenProvider = async ct =>
                {
                    await stop.CancelAsync();
                    ct.ThrowIfCancellationRequested();
                    return "never";
                },
            }
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await client.Query().ToListAsync(stop.Token)
        );
    }

    [Fact]
    public async Task TokenProviderGivesUpByItself_IsNoCancellation()
    {
        using var client = new ProfilesClient(
            new() { TokenProvider = _ => throw new TaskCanceledException("Its own time-out."), MaxRetries = 0 }
        );

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.IsType<TaskCanceledException>(failure.InnerException);
    }

    [Fact]
    public async Task ClientDisposedOfWhileWaiting_IsNoCancellation()
    {
        ProfilesClient? client = null;
        await using var server = new RawServer(
            (_, ct) =>
            {
                client!.Dispose();
                return Task.Delay(Timeout.Infinite, ct);
            }
        );
        client = new ProfilesClient(
            new()
            {
                BaseUrl = server.BaseUrl,
                ApiKey = TestService.Key,
                MaxRetries = 0,
            }
        );

        await client.FailAsync<ProfilesConnectionException>();
    }
}
