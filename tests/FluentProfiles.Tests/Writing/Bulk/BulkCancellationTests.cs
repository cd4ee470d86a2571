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

    private sealed class Stopper(Action<BulkWriteProgress> hear) : IProgress<BulkWriteProgress>
    {
        public void Report(BulkWriteProgress value) => hear(value);
    }
}
