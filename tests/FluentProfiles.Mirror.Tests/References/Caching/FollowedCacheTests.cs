namespace FluentProfiles.Mirror.Tests.References.Caching;

public sealed class FollowedCacheTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task ADatabaseThatDoesNotAnswer_IsWaitedForASecond()
    {
        await using var test = await CacheOfTest.StartAsync();
        Assert.Equal(CacheOfTest.Id, await test.FindAsync());
        var hanging = test.Contexts.Hold();
        test.Clock.Advance(Second);
        var asked = test.Contexts.Asked;

        var first = test.FindAsync();
        test.Clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        var second = test.FindAsync();
        Assert.False(first.IsCompleted || second.IsCompleted);
        test.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(CacheOfTest.Id, await first);
        Assert.Equal(CacheOfTest.Id, await second);
        test.Clock.Advance(TimeSpan.FromSeconds(20));
        var third = test.FindAsync();
        Assert.True(third.IsCompletedSuccessfully);
        Assert.Equal(CacheOfTest.Id, await third);
        await ReadyService.UntilAsync(() => test.Contexts.Asked == asked + 1);
        test.Contexts.HoldNoMore();
        hanging.SetResult();
        await ReadyService.UntilAsync(async () =>
        {
            await test.FindAsync();
            return test.Contexts.Asked == asked + 2;
        });
    }

    [Fact]
    public async Task ADatabaseThatFails_IsReadLessAndLessOften()
    {
        await using var test = await CacheOfTest.StartAsync();
        await test.FindAsync();
        test.Contexts.Fails = true;
        test.Clock.Advance(Second);
        var asked = test.Contexts.Asked;

        foreach (var seconds in (double[])[0.5, 1, 2, 4, 4])
        {
            await FindAsync(++asked);
            test.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            await FindAsync(asked);
            test.Clock.Advance(TimeSpan.FromTicks(1));
        }
        test.Contexts.Fails = false;
        await FindAsync(++asked);
        test.Clock.Advance(Second);
        test.Contexts.Fails = true;
        await FindAsync(++asked);
        test.Clock.Advance(TimeSpan.FromSeconds(0.5));
        await FindAsync(++asked);

        async Task FindAsync(int expected)
        {
            Assert.Equal(CacheOfTest.Id, await test.FindAsync());
            Assert.Equal(expected, test.Contexts.Asked);
        }
    }

    [Fact]
    public async Task AConnectionThatDoesNotAnswer_HidesNoWriteOfTheProcess()
    {
        await using var test = await CacheOfTest.StartAsync();
        await test.FindAsync();
        var hanging = test.Contexts.Hold();
        var asked = test.Contexts.Asked;
        test.Clock.Advance(Second);
        var waiting = test.FindAsync();
        await ReadyService.UntilAsync(() => test.Contexts.Asked == asked + 1);
        test.Clock.Advance(Second);
        Assert.Equal(CacheOfTest.Id, await waiting);

        test.Contexts.HoldNoMore();
        await test.PutAsync("Bob");

        Assert.Null(await test.FindAsync());
        hanging.SetException(new TimeoutException());
    }

    [Fact]
    public async Task TheFirstRead_IsWaitedFor()
    {
        await using var test = await CacheOfTest.StartAsync();
        var hanging = test.Contexts.Hold();
        using CancellationTokenSource canceled = new();

        var call = test.FindAsync(canceled.Token);
        var other = test.FindAsync();
        test.Clock.Advance(TimeSpan.FromHours(1));
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.False(other.IsCompleted);
        test.Contexts.HoldNoMore();
        hanging.SetResult();
        await other;
    }
}
