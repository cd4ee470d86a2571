namespace FluentProfiles.Tests.Writing.Bulk;

public sealed class BulkCancellationTests
{
    private static readonly BulkWriteOptions One = new() { AllowAll = true, Concurrency = 1 };

    [Fact]
    public async Task Cancellation_EndsCleanlyWithAReportAndAnotherRunDoesTheRest()
    {
        await using var service = await TestService.StartAsync(250);
        using CancellationTokenSource stop = new();
        var writes = 0;
        service.Emulator.BeforeResponse = async (request, ct) =>
        {
            // The 131st is applied, and the answer never comes.
            if (request.Method != "POST" || ++writes <= 130)
                return;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };
        Task<BulkWriteReport> RunAsync(CancellationToken ct) =>
            service.Query().ExecuteUpdateAsync(c => c.SetName("x"), One, ct);

        var cancelled = await Assert.ThrowsAsync<BulkWriteCanceledException>(() => RunAsync(stop.Token));

        Assert.Equal((131, 130, 0, 0, 1), cancelled.Report.Counts());
        Assert.Equal(stop.Token, cancelled.CancellationToken);
        Assert.Equal(131, service.Writes().Count);
        service.Emulator.BeforeResponse = null;
        Assert.Equal((250, 119, 131, 0, 0), (await RunAsync(default)).Counts());
        Assert.Equal(250, service.WrittenIds().Distinct().Count());
        Assert.Equal(250, service.Writes().Count);
    }

    [Fact]
    public async Task CancelledBefore_SendsNothing()
    {
        await using var service = await TestService.StartAsync(5);

        var cancelled = await Assert.ThrowsAsync<BulkWriteCanceledException>(() =>
            service.Query().ExecuteDeleteAsync(One, new CancellationToken(canceled: true))
        );

        Assert.Equal((0, 0, 0, 0, 0), cancelled.Report.Counts());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task CancelledByProgress_EndsWithAReport()
    {
        await using var service = await TestService.StartAsync(300);
        using CancellationTokenSource stop = new();
        var options = new BulkWriteOptions
        {
            AllowAll = true,
            Progress = new Stopper(progress =>
            {
                if (progress.Written == 40)
                    stop.Cancel();
            }),
        };

        var cancelled = await Assert.ThrowsAsync<BulkWriteCanceledException>(() =>
            service.Query().ExecuteDeleteAsync(options, stop.Token)
        );

        var report = cancelled.Report;
        Assert.InRange(report.Written, 40, 48);
        Assert.Equal(report.Found, report.Written + report.Unchanged + report.Failed + report.Unfinished);
        Assert.InRange(300 - service.Emulator.Profiles.Count, report.Written, report.Written + report.Unfinished);
    }

    /// <summary>A write is given up while those of later pages are done: the token is behind the pages that are done.</summary>
    [Theory]
    [InlineData(5, 0)]
    [InlineData(19, 0)]
    [InlineData(45, 40)]
    public async Task Token_NamesEachWriteThatWasGivenUp(int hanging, int skipped)
    {
        await using var service = await TestService.StartAsync(300);
        using CancellationTokenSource stop = new();
        var hung = TestProfiles.Newest(300, 300)[hanging];
        var writes = 0;
        service.Emulator.BeforeResponse = async (request, ct) =>
        {
            if (request.Method != "POST")
                return;
            if (request.PathAndQuery.EndsWith(hung, StringComparison.Ordinal))
                await Task.Delay(Timeout.Infinite, ct);
            else if (Interlocked.Increment(ref writes) == 150)
                await stop.CancelAsync();
        };
        var query = service.Query().WithPageSize(20);
        BulkWriteOptions options = new() { AllowAll = true };

        var cancelled = await Assert.ThrowsAsync<BulkWriteCanceledException>(() =>
            query.ExecuteUpdateAsync(c => c.SetName("x"), options, stop.Token)
        );
        service.Emulator.BeforeResponse = null;
        var rest = await query.ResumeFrom(cancelled.ResumeToken).ExecuteUpdateAsync(c => c.SetName("x"), options);

        Assert.InRange(cancelled.Report.Unfinished, 1, 8);
        Assert.Equal(300 - skipped, rest.Found);
        Assert.All(service.Emulator.Profiles, profile => Assert.Equal("x", profile.Name));
    }

    private sealed class Stopper(Action<BulkWriteProgress> hear) : IProgress<BulkWriteProgress>
    {
        public void Report(BulkWriteProgress value) => hear(value);
    }
}
