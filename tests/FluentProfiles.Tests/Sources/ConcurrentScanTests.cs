namespace FluentProfiles.Tests.Sources;

public sealed class ConcurrentScanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Terminals_RunSoManyAtOnceAndInTheirOrder(int most)
    {
        await using var service = await StartAsync(most);
        List<int> begun = [];
        HashSet<int> running = [];
        var peak = 0;
        service.Emulator.BeforeResponse = async (_, _) =>
        {
            for (var turns = 0; turns < 20; turns++)
                await Task.Yield();
        };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(RunAsync)).WaitAsync(Patience);

        Assert.Equal(most, peak);
        Assert.Equal(8, begun.Count);
        // Runs that have a place at once may begin in any order.
        Assert.All(begun.Select((number, place) => number - place), shift => Assert.InRange(shift, -most, most));

        async Task RunAsync(int number)
        {
            var seen = 0;
            var count = await service.Query().WithPageSize(10).WhereOnClient(_ => Note(number, ++seen)).CountAsync();
            Assert.Equal(35, count);
        }

        bool Note(int number, int seen)
        {
            lock (running)
            {
                if (running.Add(number))
                    begun.Add(number);
                peak = Math.Max(peak, running.Count);
                if (seen == 35)
                    running.Remove(number);
            }
            return true;
        }
    }

    [Fact]
    public async Task Wait_CanBeCancelledAndLeavesThePlaceToTheNext()
    {
        await using var service = await StartAsync(1);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (_, _) =>
        {
            arrived.TrySetResult();
            return open.Task;
        };
        using CancellationTokenSource cancellation = new();
        var first = service.Query().ToListAsync().AsTask();
        await arrived.Task.WaitAsync(Patience);
        var second = service.Query().ToListAsync(cancellation.Token).AsTask();
        var third = service.Query().ToListAsync().AsTask();

        await cancellation.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.Single(service.Requests);
        open.SetResult();

        Assert.Equal(35, (await first.WaitAsync(Patience)).Count);
        Assert.Equal(35, (await third.WaitAsync(Patience)).Count);
    }

    [Fact]
    public async Task FailedAndAbandonedRuns_GiveTheirPlaceBack()
    {
        await using var service = await StartAsync(1);
        for (var i = 0; i < 3; i++)
        {
            service.Emulator.Intercept = _ =>
                FluentProfiles.Emulator.EmulatorResponse.Error(403, "permission_error", "no");
            await Assert.ThrowsAsync<ProfilesPermissionException>(() => service.Query().CountAsync().AsTask());
            service.Emulator.Intercept = null;
            await foreach (var _ in service.Query().WithPageSize(10))
                break;
            Assert.NotNull(await service.Query().FirstAsync());
        }

        Assert.Equal(35, await service.Query().CountAsync().AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task QueryWithinALoop_DoesNotWaitForTheLoop()
    {
        await using var service = await StartAsync(1);
        var counted = 0;

        await foreach (var _ in service.Query().WithPageSize(10).Take(12))
            counted += await service.Query().CountAsync().AsTask().WaitAsync(Patience);
        await foreach (var _ in service.Query().WithPageSize(10).AsPages())
            counted += await service.Query().CountAsync().AsTask().WaitAsync(Patience);
        await service
            .Query()
            .Take(3)
            .ForEachAsync(
                async (_, stop) => counted += await service.Query().CountAsync(stop).AsTask().WaitAsync(Patience)
            );

        // The last page of AsPages is followed by none.
        Assert.Equal((12 + 4 + 3) * 35, counted);
    }

    [Fact]
    public async Task QueryOfCodeThatARunCalls_NeedsNoPlace()
    {
        await using var service = await StartAsync(1);
        var work = Task.Run(async () =>
            await service
                .Query()
                .WithPageSize(20)
                .WhereOnClient(_ => service.Query().AnyAsync().AsTask().GetAwaiter().GetResult())
                .WithProgress(new Asking(() => service.Query().CountAsync().AsTask().GetAwaiter().GetResult()))
                .ToListAsync()
        );

        Assert.Equal(35, (await work.WaitAsync(Patience)).Count);
    }

    [Fact]
    public async Task LookUps_NeedNoPlace()
    {
        await using var service = await StartAsync(1);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (request, _) =>
            request.PathAndQuery.Contains("limit=") ? open.Task : Task.CompletedTask;
        var scan = service.Query().ToListAsync().AsTask();

        Assert.Equal(
            1,
            await service.Query().CountAsync(p => p.Id == TestProfiles.IdOf(7)).AsTask().WaitAsync(Patience)
        );
        open.SetResult();

        Assert.Equal(35, (await scan.WaitAsync(Patience)).Count);
    }

    [Fact]
    public async Task BothEnds_TakeTurns()
    {
        await using var service = await StartAsync(1);

        Assert.Equal(35, await service.Query().WithPageSize(10).WithTwoEndedScan().CountAsync());
        List<string> ids = [];
        await foreach (var profile in service.Query().WithPageSize(10).WithTwoEndedScan())
            ids.Add(profile.Id);

        Assert.Equal(TestProfiles.Newest(35, 35), ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NumberBelowOne_IsRefused(int scans)
    {
        var refusal = Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(new() { ApiKey = TestService.Key, MaxConcurrentScans = scans })
        );

        Assert.Contains("MaxConcurrentScans", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<TestService> StartAsync(int scans) =>
        TestService.StartAsync(TestProfiles.Many(35), configureClient: options => options.MaxConcurrentScans = scans);

    private sealed class Asking(Action ask) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => ask();
    }
}
