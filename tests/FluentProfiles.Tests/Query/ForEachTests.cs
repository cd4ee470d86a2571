using System.Collections.Concurrent;

namespace FluentProfiles.Tests.Query;

public sealed class ForEachTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task OneWorker_IsCalledInOrder(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);
        List<string> ids = [];

        await service
            .Query()
            .ForEachAsync(
                (profile, _) =>
                {
                    ids.Add(profile.Id);
                    return default;
                }
            );

        Assert.Equal(TestProfiles.Newest(count, count), ids);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task SeveralWorkers_RunAtOnceAndSeeEachItemOnce()
    {
        await using var service = await TestService.StartAsync(250);
        ConcurrentBag<string> ids = [];
        TaskCompletionSource together = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;

        await service
            .Query()
            .ForEachAsync(
                async (profile, stop) =>
                {
                    if (Interlocked.Increment(ref running) == 3)
                        together.TrySetResult();
                    await together.Task.WaitAsync(TimeSpan.FromSeconds(20), stop);
                    ids.Add(profile.Id);
                },
                workers: 3
            );

        Assert.Equal(TestProfiles.Newest(250, 250).Order(), ids.Order());
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task FaultOfTheAction_EndsTheRun(int workers)
    {
        await using var service = await TestService.StartAsync(250);
        var fault = new InvalidTimeZoneException("mine");

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
            await service.Query().WithPrefetch(0).ForEachAsync((_, _) => throw fault, workers)
        );

        Assert.Same(fault, thrown);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task BadArguments_Throw()
    {
        var query = ProfileQuery.FromItems([]);

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await query.ForEachAsync(null!));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await query.ForEachAsync((_, _) => default, 0)
        );
    }
}
