using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Testing.Tests;

/// <summary>Failures that a test asks for.</summary>
public sealed class FailureTests
{
    private readonly InMemoryProfiles profiles = new(
        Enumerable.Range(0, 250).Select(i => new UserProfile { Id = $"uprof_{i:D3}" })
    );

    private static readonly Dictionary<string, Func<InMemoryProfiles, CallOptions, Task>> RetryingCalls = new()
    {
        ["query"] = (fake, _) => fake.Query().WithMaxRetries(3).CountAsync().AsTask(),
        ["look-up"] = (fake, _) => fake.Query().WithMaxRetries(3).AnyAsync(p => p.Id == "uprof_1").AsTask(),
        ["get"] = (fake, options) => fake.GetAsync("uprof_1", options),
        ["create"] = (fake, options) => fake.CreateAsync(new(), options),
        ["update"] = (fake, options) => fake.UpdateAsync("uprof_1", new() { Name = "Ada" }, options),
        ["client"] = (fake, options) => fake.Client.DeleteAsync("uprof_1", options),
        ["background client"] = (fake, options) => fake.Client.CreateBackgroundClient().GetAsync("uprof_1", options),
    };

    public static TheoryData<string> Retrying => [.. RetryingCalls.Keys];

    public static TheoryData<Exception> Failures =>
        [
            new ProfilesRateLimitException("Slow down") { RetryAfter = TimeSpan.FromHours(1), RequestId = "req_1" },
            new ProfilesApiException(HttpStatusCode.ServiceUnavailable, "down") { ErrorType = "api_error" },
            new ProfilesAuthenticationException("no key"),
            new ProfilesNotFoundException("gone"),
            new ProfilesProtocolException("HTML"),
            new ProfilesConnectionException("refused"),
            new ProfilesException("any"),
            new TimeoutException("late"),
            new HttpRequestException("broken"),
            new InvalidOperationException("a bug"),
            new OperationCanceledException("cancelled"),
        ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task SingleCall_ThrowsTheException(Exception failure)
    {
        profiles.FailNext(failure);

        Assert.Same(
            failure,
            await Record.ExceptionAsync(() => profiles.UpdateAsync("uprof_001", new() { Name = "x" }))
        );
        Assert.Null((await profiles.GetAsync("uprof_001")).Name);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Query_ThrowsTheException(Exception failure)
    {
        List<string> seen = [];
        profiles.BeforeCall = (_, _) => profiles.Calls.Count == 2 ? Task.FromException(failure) : Task.CompletedTask;

        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var profile in profiles.Query())
                seen.Add(profile.Id);
        });

        Assert.Same(failure, thrown);
        Assert.Equal(100, seen.Count);
        if (failure is ProfilesException { ResumeToken: var token })
            Assert.Equal(150, await profiles.Query().ResumeFrom(token).CountAsync());
    }

    [Fact]
    public async Task SameExceptionForTwoRuns_HasTheTokenAndTheTagOfTheLatest()
    {
        ProfilesOverloadedException failure = new("full");
        var query = profiles.Query().WithPageSize(100).WithPrefetch(0);
        foreach (var (tag, returned) in new (string?, int)[] { ("first", 200), ("second", 100), (null, 0) })
        {
            profiles.ClearCalls();
            profiles.BeforeCall = (_, _) =>
                profiles.Calls.Count == (returned / 100) + 1 ? Task.FromException(failure) : Task.CompletedTask;
            await Record.ExceptionAsync(async () =>
            {
                await foreach (var _ in tag is null ? query : query.TagWith(tag)) { }
            });

            Assert.Equal(tag, failure.Tag);
            profiles.BeforeCall = null;
            Assert.Equal(250 - returned, await query.ResumeFrom(failure.ResumeToken).CountAsync());
        }
    }

    [Fact]
    public async Task SeveralFailures_ComeInOrderAndNothingWaits()
    {
        FakeTimeProvider clock = new();
        InMemoryProfiles timed = new([new() { Id = "uprof_1" }], new() { TimeProvider = clock });
        ProfilesRateLimitException slow = new("Slow down") { RetryAfter = TimeSpan.FromHours(1) };
        ProfilesOverloadedException full = new("full");
        timed.FailNext(slow);
        timed.FailNext(full);

        Assert.Same(slow, await Record.ExceptionAsync(() => timed.GetAsync("uprof_1")));
        Assert.Same(full, await Record.ExceptionAsync(() => timed.GetAsync("uprof_1")));
        Assert.Equal("uprof_1", (await timed.GetAsync("uprof_1")).Id);
        Assert.Equal(3, timed.Calls.Count);
    }

    /// <summary>Code under test may set retries for its calls.</summary>
    [Theory]
    [MemberData(nameof(Retrying))]
    public async Task FailureOfACallThatSetsRetries_ComesAtOnce(string call)
    {
        InMemoryProfiles timed = new([new() { Id = "uprof_1" }], new() { TimeProvider = new FakeTimeProvider() });
        ProfilesRateLimitException slow = new("Slow down") { RetryAfter = TimeSpan.FromSeconds(20) };
        timed.FailNext(slow);

        var thrown = await Record.ExceptionAsync(() =>
            RetryingCalls[call](timed, new() { MaxRetries = 3 }).WaitAsync(TimeSpan.FromSeconds(20))
        );

        Assert.Same(slow, thrown);
        Assert.Single(timed.Calls);
    }

    [Fact]
    public async Task CreateWhoseAnswerIsLost_HasAnUnknownOutcome()
    {
        ProfilesConnectionException lost = new("reset");
        profiles.FailNext(lost, answerLost: true);

        var unknown = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            profiles.CreateAsync(new() { Name = "Ada" })
        );

        Assert.Same(lost, unknown.InnerException);
        Assert.Single(profiles.Profiles, p => p.Name == "Ada");
    }

    [Fact]
    public async Task CreateThatWasNotSent_ThrowsTheFailureItself()
    {
        ProfilesConnectionException refused = new("refused");
        profiles.FailNext(refused);

        Assert.Same(refused, await Record.ExceptionAsync(() => profiles.CreateAsync(new() { Name = "Ada" })));
        Assert.Equal(250, profiles.Profiles.Count);
    }

    [Fact]
    public async Task WriteWhoseAnswerIsLost_IsCarriedOut()
    {
        profiles.FailNext(new ProfilesConnectionException("reset"), answerLost: true);

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => profiles.DeleteAsync("uprof_001"));

        Assert.Equal(249, profiles.Profiles.Count);
    }

    [Fact]
    public async Task WriteOfABulkWrite_IsInTheReport()
    {
        ProfilesApiException failure = new(HttpStatusCode.Conflict, "busy");
        profiles.BeforeCall = (call, _) =>
            call is { Kind: InMemoryCallKind.Update, ProfileId: "uprof_007" }
                ? Task.FromException(failure)
                : Task.CompletedTask;

        var report = await profiles.Query().Where(p => p.Name == null).ExecuteUpdateAsync(c => c.SetName("x"));

        Assert.Equal((249, 1), (report.Written, report.Failed));
        Assert.Equal(new BulkWriteFailure("uprof_007", failure), Assert.Single(report.Failures));
        Assert.Null((await profiles.GetAsync("uprof_007")).Name);
    }

    [Fact]
    public async Task CallThatIsHeld_CanBeCancelled()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        profiles.BeforeCall = async (_, ct) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
        };

        var held = profiles.DeleteAsync("uprof_001", cancellationToken: source.Token);
        await arrived.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
        Assert.Equal(250, profiles.Profiles.Count);
    }

    [Fact]
    public async Task ProfileThatIsChangedMeanwhile_IsSkippedByVerifyEach()
    {
        profiles.BeforeCall = (call, _) =>
        {
            if (call.Kind == InMemoryCallKind.List)
                return Task.CompletedTask;
            profiles.BeforeCall = null;
            profiles.Put(new() { Id = call.ProfileId!, Name = "taken" });
            return Task.CompletedTask;
        };

        var report = await profiles
            .Query()
            .Where(p => p.Name == null)
            .ExecuteUpdateAsync(c => c.SetName("x"), new() { VerifyEach = true, Concurrency = 1 });

        Assert.Equal((250, 249, 1), (report.Found, report.Written, report.Skipped));
    }
}
