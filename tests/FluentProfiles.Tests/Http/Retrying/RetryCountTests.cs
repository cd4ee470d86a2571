using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Retrying;

/// <summary>What is sent again counts as sent.</summary>
public sealed class RetryCountTests
{
    private readonly JumpingClock clock = new();

    [Theory]
    [OverBothTransports]
    public async Task Progress_CountsRetries(TransportKind kind)
    {
        await using var service = await StartAsync(kind);
        service.Emulator.FailFirst(2, EmulatorResponse.Error(500, "api_error", "No."));
        LastReport report = new();

        await service.Query().WithPageSize(1).WithProgress(report).ToListAsync();

        Assert.Equal((5, 2, 3), (report.Value!.Requests, report.Value.Retries, report.Value.Read));
    }

    [Theory]
    [OverBothTransports(1, 0)]
    [OverBothTransports(2, 1)]
    [OverBothTransports(3, 2)]
    public async Task BudgetSpentByRetries_ThrowsTheFailure(TransportKind kind, int requests, int waits)
    {
        await using var service = await StartAsync(kind);
        service.Emulator.FailFirst(int.MaxValue, EmulatorResponse.Error(500, "api_error", "No."));
        LastReport report = new();

        var failure = await Assert.ThrowsAsync<ProfilesApiException>(async () =>
            await service.Query().WithMaxRequests(requests).WithProgress(report).ToListAsync()
        );

        Assert.Equal("No. (500, api_error)", failure.Message);
        Assert.NotNull(failure.ResumeToken);
        Assert.Equal(requests, service.Requests.Count);
        Assert.Equal(waits, clock.Waits.Count);
        Assert.Equal((requests, waits), (report.Value!.Requests, report.Value.Retries));
    }

    /// <summary>A page after those that were retried.</summary>
    [Theory]
    [OverBothTransports]
    public async Task BudgetSpentBeforeTheNextPage_ThrowsBudget(TransportKind kind)
    {
        await using var service = await StartAsync(kind);
        service.Emulator.FailFirst(1, EmulatorResponse.Error(500, "api_error", "No."));

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await service.Query().WithPageSize(2).WithMaxRequests(2).ToListAsync()
        );

        Assert.Equal(2, service.Requests.Count);
        Assert.NotNull(failure.ResumeToken);
    }

    private Task<TestService> StartAsync(TransportKind kind) =>
        kind.StartAsync(configureClient: options => (options.MaxRetries, options.TimeProvider) = (5, clock));

    private sealed class LastReport : IProgress<QueryProgress>
    {
        public QueryProgress? Value { get; private set; }

        public void Report(QueryProgress value) => Value = value;
    }
}
