using System.Net;
using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http.Calls;

/// <summary>What a query or a call says of its requests holds for its requests, and for no other of the client.</summary>
public sealed class RequestSettingsTests
{
    private static readonly string Id = TestProfiles.IdOf(0);

    private static readonly EmulatorResponse Refusal = EmulatorResponse.Error(500, "api_error", "No.");

    /// <summary>Everything that sends, each with the settings of a query, or else with those of a call.</summary>
    private static readonly Dictionary<string, Func<TestService, int, Task>> Sends = new()
    {
        ["pages"] = async (service, n) => await service.Query().WithMaxRetries(n).ToListAsync(),
        ["count"] = async (service, n) => await service.Query().WithMaxRetries(n).CountAsync(),
        ["projection"] = async (service, n) => await service.Query().WithMaxRetries(n).Select(p => p.Id).FirstAsync(),
        ["set after an operator"] = async (service, n) => await service.Query().Take(2).WithMaxRetries(n).ToListAsync(),
        ["look-up"] = async (service, n) =>
            await service.Query().Where(p => p.Id == Id).WithMaxRetries(n).ToListAsync(),
        ["details"] = async (service, n) => await service.Query().WithDetails().WithMaxRetries(n).ToListAsync(),
        ["page"] = async (service, n) => await service.Query().WithMaxRetries(n).ToPageAsync(2),
        ["join"] = async (service, n) =>
            await service
                .Query()
                .WithMaxRetries(n)
                .FullJoinAsync(["a"], row => row, p => p.ExternalUserDetails.ReferenceId)
                .ToListAsync(),
        ["dry run"] = async (service, n) =>
            await service.Query().Where(p => p.Name == null).WithMaxRetries(n).PreviewDeleteAsync(),
        ["get"] = (service, n) => service.Client.GetAsync(Id, new() { MaxRetries = n }),
        ["update"] = (service, n) => service.Client.UpdateAsync(Id, new() { Name = "Ada" }, new() { MaxRetries = n }),
        ["delete"] = (service, n) => service.Client.DeleteAsync(Id, new() { MaxRetries = n }),
        ["action URL"] = (service, n) => service.Client.CreateActionUrlAsync(Id, new() { MaxRetries = n }),
        ["data controls"] = (service, n) => service.Client.DataControls.GetAsync(Id, new() { MaxRetries = n }),
    };

    private readonly JumpingClock clock = new();

    public static TheoryData<string> All => [.. Sends.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task NoRetries_SendsOneRequest(string call)
    {
        await using var service = await StartAsync(retries: 5);
        service.Emulator.FailFirst(int.MaxValue, Refusal);

        await Assert.ThrowsAnyAsync<ProfilesApiException>(() => Sends[call](service, 0));

        Assert.Single(service.Requests);
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task MoreRetriesThanTheClients_AreMade(string call)
    {
        await using var service = await StartAsync(retries: 1);
        service.Emulator.FailFirst(int.MaxValue, Refusal);

        await Assert.ThrowsAnyAsync<ProfilesApiException>(() => Sends[call](service, 7));

        Assert.Equal(8, service.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task WritesOfABulkWrite_HaveTheQuerysRetries(int retries)
    {
        await using var service = await StartAsync(retries: 1);
        service.Emulator.Intercept = request => request.Method == "POST" ? Refusal : null;

        var report = await service
            .Query()
            .Where(p => p.Id == Id)
            .WithMaxRetries(retries)
            .ExecuteUpdateAsync(set => set.SetName("Ada"));

        Assert.Equal(1, report.Failed);
        Assert.Equal(
            1 + retries,
            service.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task OtherCallsOfTheClient_KeepItsRetries()
    {
        await using var service = await StartAsync(retries: 2);
        service.Emulator.FailFirst(int.MaxValue, Refusal);

        await Assert.ThrowsAnyAsync<ProfilesApiException>(() => Sends["pages"](service, 0));
        await Assert.ThrowsAnyAsync<ProfilesApiException>(() => Sends["get"](service, 4));
        await service.Client.FailAsync<ProfilesApiException>();

        Assert.Equal(1 + 5 + 3, service.Requests.Count);
    }

    [Fact]
    public async Task RefusalOfACallWithoutRetries_StopsTheOtherRequests()
    {
        FakeTimeProvider still = new();
        await using var service = await StartAsync(retries: 5, options => options.TimeProvider = still);
        service.Emulator.FailFirst(1, Asking("20"));

        await Assert.ThrowsAsync<ProfilesRateLimitException>(() => Sends["get"](service, 0));
        var other = service.Query().CountAsync().AsTask();
        still.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(service.Requests);
        still.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(3, await other.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task LongerWaitThanTheQueryAllows_FailsAtOnceAndNamesTheSetting()
    {
        await using var service = await StartAsync(retries: 5);
        service.Emulator.FailFirst(1, Asking("9", HttpStatusCode.ServiceUnavailable));

        var ofQuery = await Assert.ThrowsAsync<ProfilesApiException>(async () =>
            await service.Query().WithMaxRetryAfter(TimeSpan.FromSeconds(8)).ToListAsync()
        );
        service.Emulator.FailFirst(1, Asking("9", HttpStatusCode.ServiceUnavailable));
        var ofCall = await Assert.ThrowsAsync<ProfilesApiException>(() =>
            service.Client.GetAsync(Id, new() { MaxRetryAfter = TimeSpan.FromSeconds(8) })
        );

        Assert.StartsWith(
            "The service requests a delay of 9 seconds, longer than WithMaxRetryAfter (8 s) allows.",
            ofQuery.Message
        );
        Assert.StartsWith(
            "The service requests a delay of 9 seconds, longer than CallOptions.MaxRetryAfter (8 s) allows.",
            ofCall.Message
        );
    }

    [Theory]
    [InlineData(600)]
    [InlineData(-1)]
    public async Task LongerWaitThanTheClientAllows_IsMadeWhereTheQueryAllowsIt(int seconds)
    {
        await using var service = await StartAsync(retries: 5);
        service.Emulator.FailFirst(1, Asking("500"));
        var most = seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);

        Assert.Equal(3, await service.Query().WithMaxRetryAfter(most).CountAsync());

        Assert.True(clock.GetUtcNow() - JumpingClock.Begin >= TimeSpan.FromSeconds(500));
    }

    [Theory]
    [OverBothTransports]
    public async Task AttemptTimeout_HoldsForEachAttemptAndIsNamed(TransportKind kind)
    {
        await using var server = new RawServer((_, ct) => HangAsync(TimeSpan.FromSeconds(3), ct));
        using var client = kind.Client(
            server.BaseUrl,
            configure: options => (options.MaxRetries, options.TimeProvider) = (1, clock)
        );

        var ofQuery = await Assert.ThrowsAsync<ProfilesConnectionException>(async () =>
            await client.Query().WithAttemptTimeout(TimeSpan.FromSeconds(3)).ToListAsync()
        );
        var ofCall = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            client.GetAsync(Id, new() { AttemptTimeout = TimeSpan.FromSeconds(3) })
        );

        Assert.Contains("timed out after 3 s, WithAttemptTimeout (2 attempts, ", ofQuery.Message);
        Assert.Contains("timed out after 3 s, CallOptions.AttemptTimeout (2 attempts, ", ofCall.Message);
        Assert.Equal(4, server.Heads.Count);
    }

    [Fact]
    public async Task InfiniteAttemptTimeout_WinsOverTheClients()
    {
        await using var service = await StartAsync(retries: 0);
        service.Emulator.BeforeResponse = (_, _) =>
        {
            clock.Advance(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        };

        Assert.Equal(3, await service.Query().WithAttemptTimeout(Timeout.InfiniteTimeSpan).CountAsync());
        await service.Client.GetAsync(
            Id,
            new() { AttemptTimeout = Timeout.InfiniteTimeSpan, TotalTimeout = Timeout.InfiniteTimeSpan }
        );
    }

    [Fact]
    public async Task TotalTimeout_EndsTheCallAndIsNamed()
    {
        await using var service = await StartAsync(retries: 5);
        service.Emulator.FailFirst(int.MaxValue, Asking("7"));

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            service.Client.GetAsync(Id, new() { TotalTimeout = TimeSpan.FromSeconds(6) })
        );

        Assert.Contains("timed out after 6 s, CallOptions.TotalTimeout, retries and waits included", failure.Message);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("wrkspc_call", "wrkspc_call")]
    [InlineData(null, "wrkspc_client")]
    public async Task Workspace_ReplacesTheClients(string? ofCall, string sent)
    {
        await using var service = await StartAsync(retries: 0, options => options.WorkspaceId = "wrkspc_client");

        await service.Client.GetAsync(Id, new() { Workspace = ofCall });
        await service.Client.DataControls.GetAsync(Id, new() { Workspace = ofCall });

        Assert.All(service.Emulator.Requests, request => Assert.Equal(sent, request.Headers["anthropic-workspace-id"]));
    }

    /// <summary>One object serves calls at the same time, and is as it was afterwards.</summary>
    [Fact]
    public async Task OptionsOfOneObject_HoldForManyCalls()
    {
        await using var service = await StartAsync(retries: 0);
        CallOptions options = new()
        {
            Betas = { "pdfs-2024-09-25" },
            Headers = { ["X-A"] = "1" },
            Tag = "t",
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Client.GetAsync(Id, options)));

        Assert.All(
            service.Emulator.Requests,
            request =>
                Assert.Equal(("pdfs-2024-09-25", "1"), (request.Headers["anthropic-beta"], request.Headers["x-a"]))
        );
        Assert.Single(options.Betas);
    }

    /// <summary>The settings of requests change no result, so a token holds under others.</summary>
    [Fact]
    public async Task Token_HoldsUnderOtherSettings()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().WithPageSize(10);

        var first = await query
            .WithMaxRetries(1)
            .WithHeader("X-A", "secret-1")
            .TagWith("one")
            .WithRunTimeout(TimeSpan.FromMinutes(1))
            .ToPageAsync(7);
        var rest = await query
            .WithAttemptTimeout(TimeSpan.FromSeconds(5))
            .WithMaxRetryAfter(TimeSpan.FromSeconds(5))
            .WithHeader("X-B", "secret-2")
            .TagWith("two")
            .ResumeFrom(first.ResumeToken)
            .ToListAsync();

        Assert.Equal(TestProfiles.Newest(30, 30), first.Items.Concat(rest).Select(p => p.Id));
    }

    /// <summary>A unit test of an application runs the query that the application sends.</summary>
    [Fact]
    public async Task ItemsInMemory_TakeTheSettings()
    {
        var query = ProfileQuery
            .FromItems(TestProfiles.Many(3))
            .WithMaxRetries(0)
            .WithAttemptTimeout(TimeSpan.FromSeconds(1))
            .WithMaxRetryAfter(TimeSpan.FromSeconds(1))
            .WithRunTimeout(TimeSpan.FromDays(1))
            .WithHeader("X-A", "1")
            .TagWith("test");

        Assert.Equal(3, await query.CountAsync());
        Assert.Equal("test", query.Explain().Tag);
    }

    private static EmulatorResponse Asking(string seconds, HttpStatusCode status = HttpStatusCode.TooManyRequests) =>
        EmulatorResponse.Error((int)status, "some_error", "No.").WithHeader("retry-after", seconds);

    private async Task HangAsync(TimeSpan time, CancellationToken ct)
    {
        clock.Advance(time);
        await Task.Delay(Timeout.Infinite, ct);
    }

    private Task<TestService> StartAsync(int retries, Action<ProfilesClientOptions>? configure = null) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                (options.MaxRetries, options.TimeProvider) = (retries, clock);
                configure?.Invoke(options);
            }
        );
}
