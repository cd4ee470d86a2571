using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Running;

/// <summary>A run may take so much time, and what the application does between its items is no part of it.</summary>
public sealed class RunTimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider clock = new();

    /// <summary>Each page takes 4 s: two are read, and the third is under way when the time is up.</summary>
    [Fact]
    public async Task TimeInRequests_EndsTheRunWithATokenBehindWhatWasReturned()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(4));
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
        {
            await foreach (var profile in Query(service).TagWith("nightly"))
                ids.Add(profile.Id);
        });

        Assert.Equal(
            "The run exceeded the 10 s that WithRunTimeout allows. Resume from the exception's ResumeToken, or set a longer timeout. (tag: nightly)",
            failure.Message
        );
        Assert.Equal(TestProfiles.Newest(50, 20), ids);
        Assert.Equal(3, service.Requests.Count);
        service.Emulator.BeforeResponse = null;
        var rest = await Query(service).ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync();
        Assert.Equal(TestProfiles.Newest(50, 50), ids.Concat(rest));
    }

    [Fact]
    public async Task TimeBetweenItems_DoesNotCount()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(1.9));
        var count = 0;

        await foreach (var _ in Query(service))
        {
            count++;
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(50, count);
    }

    [Fact]
    public async Task TimeBetweenPages_DoesNotCount()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(1.9));
        var count = 0;

        await foreach (var page in Query(service).AsPages())
        {
            count += page.Items.Count;
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(50, count);
    }

    [Fact]
    public async Task ActionsOfForEach_DoNotCount()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(1.9));

        await Query(service)
            .ForEachAsync(
                (_, _) =>
                {
                    clock.Advance(TimeSpan.FromHours(1));
                    return default;
                }
            );
    }

    public static TheoryData<string> Terminals => [.. Gathering.Keys];

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ValueTask>> Gathering = new()
    {
        ["list"] = async query => await query.ToListAsync(),
        ["count"] = async query => await query.CountAsync(),
        ["dictionary"] = async query => await query.ToDictionaryAsync(p => p.Id),
        ["all"] = async query => await query.AllAsync(p => p.Name != "nobody"),
        ["both ends"] = async query => await query.WithTwoEndedScan().ToListAsync(),
        ["details"] = async query => await query.WithDetails(1).ToListAsync(),
        ["sort on the client"] = async query => await query.Take(45).OrderBy(p => p.UpdatedAt).ToListAsync(),
    };

    [Theory]
    [MemberData(nameof(Terminals))]
    public async Task Terminal_HasTheTimeAsAWholeAndResumesFromItsStart(string terminal)
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(4));

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await Gathering[terminal](Query(service))
        );

        Assert.NotNull(failure.ResumeToken);
        service.Emulator.BeforeResponse = null;
        await Gathering[terminal](Query(service).ResumeFrom(failure.ResumeToken));
    }

    [Fact]
    public async Task Page_GivesWhatWasFoundInTime()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(4));
        List<string> ids = [];
        string? token = null;
        List<int> sizes = [];
        do
        {
            var page = await Query(service).ToPageAsync(45, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            sizes.Add(page.Items.Count);
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal(TestProfiles.Newest(50, 50), ids);
        Assert.Equal([20, 20, 10], sizes);
    }

    [Fact]
    public async Task PageWithoutProgress_Throws()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(11));

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await Query(service).ToPageAsync(5)
        );

        Assert.NotNull(failure.ResumeToken);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task WaitBeforeARetry_IsCutShort()
    {
        await using var service = await StartAsync(TimeSpan.Zero);
        TaskCompletionSource refused = new();
        service.Emulator.Intercept = _ =>
        {
            refused.TrySetResult();
            return EmulatorResponse.Error(529, "overloaded_error", "No.").WithHeader("retry-after", "50");
        };

        var run = Query(service).ToListAsync().AsTask();
        await refused.Task;
        while (!run.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<ProfilesBudgetException>(() => run);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task WaitForAPlace_Counts()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options => (options.MaxConcurrentScans, options.TimeProvider) = (1, clock)
        );
        TaskCompletionSource entered = new();
        TaskCompletionSource leave = new();
        service.Emulator.BeforeResponse = (_, _) =>
        {
            entered.TrySetResult();
            return leave.Task;
        };
        var first = service.Query().CountAsync().AsTask();
        await entered.Task;

        var second = service.Query().WithRunTimeout(Limit).CountAsync().AsTask();
        clock.Advance(Limit);

        await Assert.ThrowsAsync<ProfilesBudgetException>(() => second);
        leave.SetResult();
        Assert.Equal(3, await first);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Cancellation_HasTheCallersToken()
    {
        await using var service = await StartAsync(TimeSpan.Zero);
        using CancellationTokenSource stop = new();
        service.Emulator.BeforeResponse = async (_, ct) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Query(service).ToListAsync(stop.Token)
        );

        Assert.Equal(stop.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task SlowConditionOverItems_EndsTheRun()
    {
        var service = ProfileQuery.FromItems(TestProfiles.Many(250));
        await using var client = await TestService.StartAsync(
            TestProfiles.Many(250),
            configureClient: options => options.TimeProvider = clock
        );
        var seen = 0;
        var query = client
            .Query()
            .WhereOnClient(_ =>
            {
                seen++;
                clock.Advance(TimeSpan.FromSeconds(0.06));
                return false;
            })
            .WithRunTimeout(Limit);

        await Assert.ThrowsAsync<ProfilesBudgetException>(async () => await query.ToListAsync());

        Assert.InRange(seen, 100, 200);
        Assert.Equal(250, await service.WithRunTimeout(TimeSpan.FromDays(1)).CountAsync());
    }

    [Fact]
    public async Task ReadingOfABulkWrite_CountsAndItsWritesDoNot()
    {
        await using var service = await StartAsync(TimeSpan.Zero);
        service.Emulator.BeforeResponse = (request, _) =>
        {
            clock.Advance(request.Method == "GET" ? TimeSpan.FromSeconds(1.9) : TimeSpan.FromHours(1));
            return Task.CompletedTask;
        };
        var query = service.Query().WithPageSize(10).WithPrefetch(0);
        BulkWriteOptions one = new() { AllowAll = true, Concurrency = 1 };

        var report = await query.WithRunTimeout(Limit).ExecuteUpdateAsync(set => set.SetName("Ada"), one);
        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            query.WithRunTimeout(TimeSpan.FromSeconds(5)).ExecuteDeleteAsync(one)
        );

        Assert.Equal(50, report.Written);
        Assert.IsType<ProfilesBudgetException>(failure.InnerException);
        Assert.Equal(20, failure.Report.Written);
        Assert.NotNull(failure.ResumeToken);
    }

    [Fact]
    public async Task EachRun_HasTheWholeTime()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(1.9));
        var query = Query(service);

        for (var run = 0; run < 3; run++)
            Assert.Equal(50, (await query.ToListAsync()).Count);
    }

    [Fact]
    public async Task Infinite_RemovesTheLimit()
    {
        await using var service = await StartAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(50, (await Query(service).WithRunTimeout(Timeout.InfiniteTimeSpan).ToListAsync()).Count);
    }

    private static ProfileQuery<UserProfile> Query(TestService service) =>
        service.Query().WithPageSize(10).WithPrefetch(0).WithRunTimeout(Limit);

    private async Task<TestService> StartAsync(TimeSpan each)
    {
        var service = await TestService.StartAsync(
            TestProfiles.Many(50),
            configureClient: options =>
            {
                (options.MaxRetries, options.TimeProvider) = (5, clock);
                options.AttemptTimeout = options.MaxRetryAfter = Timeout.InfiniteTimeSpan;
                options.TotalTimeout = Timeout.InfiniteTimeSpan;
            }
        );
        service.Emulator.BeforeResponse = (_, _) =>
        {
            clock.Advance(each);
            return Task.CompletedTask;
        };
        return service;
    }
}
