using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Retrying;

/// <summary>What <see cref="ProfilesClientOptions.TotalTimeout"/> holds for: each refusal costs 50 to 55 s.</summary>
public sealed class TotalTimeoutTests
{
    private static readonly string Id = TestProfiles.IdOf(0);

    private static readonly Dictionary<string, Func<ProfilesClient, Task>> SingleCalls = new()
    {
        ["get"] = client => client.GetAsync(Id),
        ["create"] = client => client.CreateAsync(new() { Name = "Ada" }),
        ["update"] = client => client.UpdateAsync(Id, new() { Name = "Ada" }),
        ["delete"] = client => client.DeleteAsync(Id),
        ["action URL"] = client => client.CreateActionUrlAsync(Id),
        ["enrollment URL"] = client =>
            client.CreateEnrollmentUrlAsync(Id, new() { Betas = [AnthropicBeta.UserProfiles2026_09_04] }),
        ["data controls"] = client => client.DataControls.GetAsync(Id),
    };

    private static readonly Dictionary<string, Func<ProfilesClient, Task>> Queries = new()
    {
        ["pages"] = async client => await client.Query().ToListAsync(),
        ["a look-up"] = async client => await client.Query().Where(p => p.Id == Id).ToListAsync(),
        ["details"] = async client => await client.Query().WithDetails().ToListAsync(),
    };

    private readonly JumpingClock clock = new();

    public static TheoryData<string> Singles => [.. SingleCalls.Keys];

    public static TheoryData<string> Reads => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Singles))]
    public async Task NotSet_IsTwoMinutesForASingleCall(string call)
    {
        await using var service = await StartAsync(refusals: 3, total: null);

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => SingleCalls[call](service.Client));

        Assert.Contains("timed out after 120 s, ProfilesClientOptions.TotalTimeout", failure.Message);
        Assert.IsType<ProfilesRateLimitException>(failure.InnerException);
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public async Task Infinite_IsNoneForASingleCall(string call)
    {
        await using var service = await StartAsync(refusals: 4, total: Timeout.InfiniteTimeSpan);

        await SingleCalls[call](service.Client);

        Assert.Equal(5, service.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task NotSet_IsNoneForWhatAQueryReads(string query)
    {
        await using var service = await StartAsync(refusals: 5, total: null);

        await Queries[query](service.Client);

        Assert.True((clock.GetUtcNow() - JumpingClock.Begin).TotalSeconds > 250);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    [MemberData(nameof(Singles))]
    public async Task Set_HoldsForAll(string call)
    {
        await using var service = await StartAsync(refusals: 2, total: TimeSpan.FromSeconds(90));

        var run = Queries.GetValueOrDefault(call) ?? SingleCalls[call];
        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => run(service.Client));

        Assert.Contains("timed out after 90 s, ProfilesClientOptions.TotalTimeout", failure.Message);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task EachWriteOfABulkWrite_IsASingleCall(bool isInfinite, int failures)
    {
        await using var service = await StartAsync(
            refusals: 3,
            total: isInfinite ? Timeout.InfiniteTimeSpan : null,
            method: "POST",
            status: 503
        );

        var report = await service
            .Query()
            .ExecuteUpdateAsync(
                set => set.Set(p => p.Name, "Ada"),
                new BulkWriteOptions { AllowAll = true, Concurrency = 1 }
            );

        Assert.Equal((3 - failures, failures), (report.Written, report.Failures.Count));
        Assert.All(report.Failures, failed => Assert.IsType<ProfilesConnectionException>(failed.Error));
    }

    [Fact]
    public async Task SingleCallHeldAtTheGate_EndsInTime()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider still = new();
        await using var service = await StartAsync(refusals: 1, total: null, time: still, asked: "600");
        await service.Client.FailAsync<ProfilesRateLimitException>();

        var held = service.Client.GetAsync(Id);
        still.Advance(TimeSpan.FromMinutes(2));

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => held);
        Assert.Contains("timed out after 120 s, ProfilesClientOptions.TotalTimeout", failure.Message);
        Assert.Single(service.Requests);
    }

    private Task<TestService> StartAsync(
        int refusals,
        TimeSpan? total,
        string? method = null,
        TimeProvider? time = null,
        int status = 429,
        string asked = "50"
    ) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            emulator =>
            {
                var left = refusals;
                emulator.Intercept = request =>
                    (method is null || request.Method == method) && Interlocked.Decrement(ref left) >= 0
                        ? EmulatorResponse.Error(status, "some_error", "No.").WithHeader("retry-after", asked)
                        : null;
            },
            client =>
            {
                (client.MaxRetries, client.TimeProvider, client.TotalTimeout) = (5, time ?? clock, total);
                client.MaxRetryAfter = TimeSpan.FromMinutes(9);
            }
        );
}
