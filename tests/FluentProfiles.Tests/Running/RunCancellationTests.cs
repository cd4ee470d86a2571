namespace FluentProfiles.Tests.Running;

public sealed class RunCancellationTests
{
    [Fact]
    public async Task BeforeTheRun_SendsNothing()
    {
        await using var service = await TestService.StartAsync(3);
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await service.Query().ToListAsync(source.Token)
        );

        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task DuringARequest_EndsItAndSendsNoMore(int request)
    {
        await using var service = await TestService.StartAsync(300);
        Gate gate = new(service.Emulator, request);
        using CancellationTokenSource source = new();

        var running = service.Query().ToListAsync(source.Token).AsTask();
        await gate.Arrived;
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(source.Token, thrown.CancellationToken);
        await gate.Abandoned;
        Assert.Equal(request, service.Requests.Count);
    }

    [Fact]
    public async Task DuringAPrefetch_EndsItAtTheNextItem()
    {
        await using var service = await TestService.StartAsync(300);
        Gate gate = new(service.Emulator, 2);
        using CancellationTokenSource source = new();
        await using var items = service.Query().GetAsyncEnumerator(source.Token);
        await items.MoveNextAsync();
        await items.MoveNextAsync();
        await gate.Arrived;

        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
        Assert.Equal(source.Token, thrown.CancellationToken);
        await gate.Abandoned;
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task BetweenPages_SendsNoMore()
    {
        await using var service = await TestService.StartAsync(300);
        using CancellationTokenSource source = new();
        await using var pages = service.Query().AsPages().GetAsyncEnumerator(source.Token);
        Assert.True(await pages.MoveNextAsync());

        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task WithCancellation_ReachesTheRequests()
    {
        await using var service = await TestService.StartAsync(300);
        using CancellationTokenSource source = new();
        var taken = 0;

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in service.Query().WithPrefetch(0).WithCancellation(source.Token))
            {
                if (++taken == 3)
                    await source.CancelAsync();
            }
        });

        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Equal(3, taken);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task OfOneRun_LeavesAnotherAlone()
    {
        await using var service = await TestService.StartAsync(150);
        Gate gate = new(service.Emulator, 1);
        using CancellationTokenSource source = new();
        var query = service.Query();
        var cancelled = query.ToListAsync(source.Token).AsTask();
        await gate.Arrived;
        var other = query.ToListAsync().AsTask();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(150, (await other).Count);
    }
}
