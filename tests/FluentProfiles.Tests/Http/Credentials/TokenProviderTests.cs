using System.Net;
using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

/// <summary>Providers that hang, fail, or have a new key after a 401.</summary>
public sealed class TokenProviderTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);
    private static readonly string Id = TestProfiles.IdOf(0);

    private static readonly Dictionary<string, Func<ProfilesClient, Task>> Calls = new()
    {
        ["query"] = async client => Assert.Equal(3, await client.Query().CountAsync()),
        ["get"] = client => client.GetAsync(Id),
        ["create"] = client => client.CreateAsync(new() { Name = "Ada" }),
        ["update"] = client => client.UpdateAsync(Id, new() { Name = "Ada" }),
        ["delete"] = client => client.DeleteAsync(Id),
        ["action URL"] = client => client.CreateActionUrlAsync(Id),
        ["data controls"] = client => client.DataControls.GetAsync(Id),
    };

    private readonly FakeTimeProvider clock = new();
    private readonly TaskCompletionSource<string> never = new();
    private readonly SemaphoreSlim asked = new(0);
    private int calls;

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AttemptWhoseTokenIsIgnored_EndsInTime(bool blocks)
    {
        await using var service = await StartAsync(_ => Hang(blocks));
        var counting = service.Query().CountAsync().AsTask();
        await AskedAsync();

        clock.Advance(TimeSpan.FromSeconds(30));

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => counting.WaitAsync(Long));
        Assert.Equal(
            "No token from ProfilesClientOptions.TokenProvider: timed out after 30 s, ProfilesClientOptions.AttemptTimeout (1 attempt, 30 s).",
            failure.Message
        );
        Assert.Empty(service.Requests);
        never.SetResult("too-late");
    }

    [Fact]
    public async Task TotalTimeoutOfACallWhoseTokenIsIgnored_EndsIt()
    {
        await using var service = await StartAsync(
            _ => Hang(blocks: false),
            options => options.AttemptTimeout = Timeout.InfiniteTimeSpan
        );
        var getting = service.Client.GetAsync(Id);
        await AskedAsync();

        clock.Advance(TimeSpan.FromMinutes(2));

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => getting.WaitAsync(Long));
        Assert.Contains("timed out after 120 s, ProfilesClientOptions.TotalTimeout", failure.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallerWhoseTokenIsIgnored_Cancels(bool blocks)
    {
        await using var service = await StartAsync(_ => Hang(blocks));
        using CancellationTokenSource stop = new();
        var counting = service.Query().CountAsync(stop.Token).AsTask();
        await AskedAsync();

        await stop.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting.WaitAsync(Long));
        Assert.Equal(stop.Token, failure.CancellationToken);
        never.SetResult("too-late");
    }

    [Fact]
    public async Task TooSlowOnce_IsRetried()
    {
        await using var service = await StartAsync(
            _ => calls == 1 ? Hang(blocks: false) : new(TestService.Key),
            options => options.MaxRetries = 1
        );
        var creating = service.Client.CreateAsync(new() { Name = "Ada" });
        await AskedAsync();

        clock.Advance(TimeSpan.FromSeconds(30));
        while (Volatile.Read(ref calls) < 2 && !creating.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        Assert.Equal("Ada", (await creating.WaitAsync(Long)).Name);
        Assert.Single(service.Requests);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task FailureThatComesTooLate_IsObserved()
    {
        List<Exception> unobserved = [];
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, failed) =>
        {
            if (failed.Exception.InnerException is NotSupportedException)
                unobserved.Add(failed.Exception);
        };
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await FailLateAsync();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }

        Assert.Empty(unobserved);
    }

    [Theory]
    [InlineData(null, "returned no token")]
    [InlineData("", "returned no token")]
    [InlineData("  ", "returned no token")]
    [InlineData("\n", "returned no token")]
    [InlineData("a-token\n", "contains invalid characters")]
    [InlineData("a-token\r\nx-more: 1", "contains invalid characters")]
    [InlineData("a token", "contains invalid characters")]
    [InlineData("tökén", "contains invalid characters")]
    [InlineData("a-token\0", "contains invalid characters")]
    public async Task NoToken_ThrowsAndDoesNotQuoteIt(string? token, string said)
    {
        await using var service = await StartAsync(_ => new(token!));

        var failure = await service.Client.FailAsync<ProfilesConfigurationException>();

        Assert.StartsWith("TokenProvider of ProfilesClientOptions", failure.Message);
        Assert.Contains(said, failure.Message);
        Assert.DoesNotContain("a-token", failure.ToString());
        Assert.Empty(service.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RefusedKey_IsAskedForOnceMoreAndTheCallRepeated(string call)
    {
        await using var service = await StartAsync(
            _ => new(calls == 1 ? "old-key" : TestService.Key),
            requiresKey: true
        );

        await Calls[call](service.Client);

        Assert.Equal([401, 200], service.Emulator.Requests.Select(request => request.Status));
        Assert.Equal(
            ["Bearer old-key", "Bearer " + TestService.Key],
            service.Emulator.Requests.Select(request => request.Headers["Authorization"])
        );
        Assert.Equal(2, calls);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(5, "")]
    [InlineData(5, "false")]
    public async Task KeyRefusedAgain_FailsAfterOneRepeat(int retries, string shouldRetry)
    {
        await using var service = await StartAsync(
            _ => new($"wrong-key-{calls}"),
            options => options.MaxRetries = retries
        );
        var refusal = EmulatorResponse.Error(401, "authentication_error", "No.");
        service.Emulator.FailFirst(
            int.MaxValue,
            shouldRetry.Length == 0 ? refusal : refusal.WithHeader("x-should-retry", shouldRetry)
        );

        await service.Client.FailAsync<ProfilesAuthenticationException>();

        Assert.Equal((2, 2), (service.Requests.Count, calls));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RefusedKeyThatIsStillTheSame_IsNotSentAgain(string call)
    {
        List<ProfilesEvent> events = [];
        await using var service = await StartAsync(
            _ => new("wrong-key"),
            options => (options.MaxRetries, options.Observer) = (5, events.Add),
            requiresKey: true
        );

        var failure = await Assert.ThrowsAsync<ProfilesAuthenticationException>(() => Calls[call](service.Client));

        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.Equal((1, 2), (service.Requests.Count, calls));
        Assert.Empty(events.OfType<RetryScheduledEvent>());
    }

    [Fact]
    public async Task ProviderThatFailsAfterARefusal_Throws()
    {
        await using var service = await StartAsync(
            _ => calls == 1 ? new("old-key") : throw new FormatException("mine"),
            options => options.MaxRetries = 5,
            requiresKey: true
        );

        var failure = await service.Client.FailAsync<ProfilesConfigurationException>();

        Assert.IsType<FormatException>(failure.InnerException);
        Assert.Equal((1, 2), (service.Requests.Count, calls));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ProviderThatHangsAfterARefusal_IsCalledAgainOnceItsTimeIsUp(bool blocks)
    {
        await using var service = await StartAsync(
            _ =>
                calls switch
                {
                    1 => new("old-key"),
                    2 => Hang(blocks),
                    _ => new(TestService.Key),
                },
            options => options.MaxRetries = 1,
            requiresKey: true
        );
        var counting = service.Query().CountAsync().AsTask();
        await AskedAsync();
        await AskedAsync();

        clock.Advance(TimeSpan.FromSeconds(30));
        while (Volatile.Read(ref calls) < 3 && !counting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        Assert.Equal(3, await counting.WaitAsync(Long));
        Assert.Equal([401, 200], service.Emulator.Requests.Select(request => request.Status));
        never.SetResult("too-late");
    }

    [Fact]
    public async Task CallerWhoseRefusedKeyIsRenewed_Cancels()
    {
        await using var service = await StartAsync(
            _ => calls == 1 ? new("old-key") : Hang(blocks: false),
            requiresKey: true
        );
        using CancellationTokenSource stop = new();
        var counting = service.Query().CountAsync(stop.Token).AsTask();
        await AskedAsync();
        await AskedAsync();

        await stop.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting.WaitAsync(Long));
        Assert.Equal(stop.Token, failure.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task FixedKeyRefused_IsNotRepeated()
    {
        await using var service = await StartAsync(null, options => options.ApiKey = "wrong-key", requiresKey: true);

        await service.Client.FailAsync<ProfilesAuthenticationException>();

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task ManyRefusedAtOnce_AreRepeatedOnceEach()
    {
        var rotated = 0;
        await using var service = await StartAsync(
            _ => new(Volatile.Read(ref rotated) == 0 ? "old-key" : TestService.Key),
            requiresKey: true
        );
        TaskCompletionSource allRefused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var met = 0;
        service.Emulator.BeforeResponse = async (_, _) =>
        {
            if (Interlocked.Increment(ref met) == 20)
            {
                Volatile.Write(ref rotated, 1);
                allRefused.SetResult();
            }
            await allRefused.Task.WaitAsync(Long);
        };

        var counts = Enumerable.Range(0, 20).Select(_ => service.Query().CountAsync().AsTask());

        Assert.All(await Task.WhenAll(counts).WaitAsync(Long), count => Assert.Equal(3, count));
        Assert.Equal(40, service.Requests.Count);
        Assert.Equal(20, service.Emulator.Requests.Count(request => request.Status == 401));
    }

    [Fact]
    public async Task RefusedKeyBehindARetry_IsAskedForOnceMore()
    {
        await using var service = await StartAsync(
            _ => new(calls < 3 ? "old-key" : TestService.Key),
            options => (options.MaxRetries, options.TimeProvider) = (5, new JumpingClock())
        );
        var number = 0;
        service.Emulator.Intercept = _ =>
            ++number switch
            {
                1 => EmulatorResponse.Error(500, "api_error", "No."),
                2 => EmulatorResponse.Error(401, "authentication_error", "No."),
                _ => null,
            };

        Assert.Equal(3, await service.Query().CountAsync());

        Assert.Equal([500, 401, 200], service.Emulator.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task RefusedKeyWithoutBudget_IsTheRefusal()
    {
        await using var service = await StartAsync(_ => new($"wrong-key-{calls}"), requiresKey: true);

        await Assert.ThrowsAsync<ProfilesAuthenticationException>(async () =>
            await service.Query().WithMaxRequests(1).ToListAsync()
        );

        Assert.Single(service.Requests);
    }

    private async Task FailLateAsync()
    {
        await using var service = await StartAsync(_ => Hang(blocks: false));
        using CancellationTokenSource stop = new();
        var counting = service.Query().CountAsync(stop.Token).AsTask();
        await AskedAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
        never.SetException(new NotSupportedException("late"));
    }

    private ValueTask<string> Hang(bool blocks) => blocks ? new(never.Task.GetAwaiter().GetResult()) : new(WaitAsync());

    // A task of its own for each call.
    private async Task<string> WaitAsync() => await never.Task;

    private async Task AskedAsync() => Assert.True(await asked.WaitAsync(Long));

    private Task<TestService> StartAsync(
        Func<CancellationToken, ValueTask<string>>? provider,
        Action<ProfilesClientOptions>? configure = null,
        bool requiresKey = false
    ) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            emulator => emulator.ApiKey = requiresKey ? TestService.Key : null,
            options =>
            {
                options.TimeProvider = clock;
                if (provider is not null)
                    options.TokenProvider = cancellationToken =>
                    {
                        Interlocked.Increment(ref calls);
                        asked.Release();
                        return provider(cancellationToken);
                    };
                configure?.Invoke(options);
            }
        );
}
