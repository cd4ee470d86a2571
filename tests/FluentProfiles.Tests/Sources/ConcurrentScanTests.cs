using System.Globalization;
using System.Threading.Channels;

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
        var begun = Channel.CreateUnbounded<int>();
        var open = Enumerable
            .Range(0, 8)
            .Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .ToList();
        // The page size tells the runs apart.
        service.Emulator.BeforeResponse = (request, _) =>
        {
            if (request.PathAndQuery.Contains("page=", StringComparison.Ordinal))
                return Task.CompletedTask;
            var number = int.Parse(request.PathAndQuery.Split("limit=")[1], CultureInfo.InvariantCulture) - 10;
            begun.Writer.TryWrite(number);
            return open[number].Task;
        };

        var runs = open.Select((_, number) => CountAsync(10 + number)).ToList();

        // Runs that have a place at once may begin in any order.
        List<int> first = [];
        while (first.Count < most)
            first.Add(await begun.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        Assert.Equal(Enumerable.Range(0, most), first.Order());
        for (var number = 0; number < runs.Count; number++)
        {
            Assert.False(begun.Reader.TryRead(out _));
            open[number].SetResult();
            Assert.Equal(35, await runs[number].WaitAsync(Patience));
            if (number + most < runs.Count)
                Assert.Equal(number + most, await begun.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        }

        Task<int> CountAsync(int pageSize) =>
            service.Query().WithPageSize(pageSize).WhereOnClient(_ => true).CountAsync().AsTask();
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
