namespace FluentProfiles.Tests.Running.Fetching;

public sealed class EarlyStopTests
{
    [Fact]
    public async Task AfterTheFirstItem_SendsOneRequest()
    {
        await using var service = await TestService.StartAsync(250);

        await foreach (var profile in service.Query())
        {
            Assert.Equal(TestProfiles.IdOf(249), profile.Id);
            break;
        }

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task WhileAPrefetchIsUnderWay_EndsThePrefetch()
    {
        await using var service = await TestService.StartAsync(250);
        Gate gate = new(service.Emulator, 2);
        await using (var items = service.Query().GetAsyncEnumerator())
        {
            await items.MoveNextAsync();
            await items.MoveNextAsync();
            await gate.Arrived;
        }

        await gate.Abandoned;
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task WithoutPrefetch_DoesNotAskForThePageAfter()
    {
        await using var service = await TestService.StartAsync(250);
        var taken = 0;

        await foreach (var _ in service.Query().WithPrefetch(0))
        {
            if (++taken == 100)
                break;
        }

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task OfPages_SendsAsManyRequestsAsPagesTaken()
    {
        await using var service = await TestService.StartAsync(250);
        var taken = 0;

        await foreach (var _ in service.Query().AsPages())
        {
            if (++taken == 2)
                break;
        }

        Assert.Equal(2, service.Requests.Count);
    }
}
