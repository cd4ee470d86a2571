using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing.Bulk;

/// <summary>A service that turns away five requests of a hundred, and breaks two connections off after it has done what was
/// asked for.</summary>
public sealed class BulkUnderFaultsTests
{
    private const int Count = 10_000;

    [Fact]
    public async Task TenThousandUpdates_EndAsWantedAndAreWrittenNoMoreThanNeeded()
    {
        await using var service = await StartAsync();
        static void Setters(ProfileSetters c) => c.SetMetadata("plan", "pro").SetName(p => "n " + p.Id);
        Task<BulkWriteReport> RunAsync() =>
            service.Query().ExecuteUpdateAsync(Setters, new() { AllowAll = true, Concurrency = 16 });
        var preview = await service.Query().PreviewUpdateAsync(Setters);
        Assert.Empty(service.Writes());

        var report = await RunAsync();

        Assert.Equal((Count, Count, 0, 0, 0), report.Counts());
        Assert.Equal((preview.Found, preview.ToWrite), (report.Found, report.Written));
        Assert.All(
            service.Emulator.Profiles,
            profile => Assert.Equal(("pro", "n " + profile.Id), (profile.Metadata["plan"], profile.Name))
        );
        var writes = service.Writes();
        Assert.All(WritesByProfile(writes), ids => AssertNoMoreThanNeeded(ids, last: [200]));
        Assert.Equal(Count, WritesByProfile(writes).Count());
        Assert.InRange(writes.Count(write => write.Status is 429 or 529), Count * 0.04, Count * 0.06);
        Assert.InRange(writes.Count(write => write.Status == 0), Count * 0.015, Count * 0.025);

        service.Emulator.ClearRequests();
        Assert.Equal((Count, 0, Count, 0, 0), (await RunAsync()).Counts());
        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task ThoseMeantOfTenThousandProfiles_AreDeleted()
    {
        await using var service = await StartAsync();
        var kept = TestProfiles.IdsWhere(Count, p => p.Metadata["plan"] == "pro");

        var report = await service
            .Query()
            .Where(p => p.Metadata["plan"] != "pro")
            .ExecuteDeleteAsync(new() { Concurrency = 16 });

        Assert.Equal((Count - kept.Length, Count - kept.Length, 0, 0, 0), report.Counts());
        Assert.Equal(kept, service.Emulator.Profiles.Select(profile => profile.Id));
        Assert.All(WritesByProfile(service.Writes()), ids => AssertNoMoreThanNeeded(ids, last: [200, 404]));
        Assert.Contains(service.Writes(), write => write.Status == 404);
    }

    private static IEnumerable<IEnumerable<EmulatorRequest>> WritesByProfile(IEnumerable<EmulatorRequest> writes) =>
        writes.GroupBy(write => write.PathAndQuery);

    /// <summary>A profile is written until the first answer that says it is done, and not after it. A connection that was
    /// broken off has status 0 in the log.</summary>
    private static void AssertNoMoreThanNeeded(IEnumerable<EmulatorRequest> writes, int[] last)
    {
        var statuses = writes.Select(write => write.Status).ToList();
        Assert.Contains(statuses[^1], last);
        Assert.All(statuses.SkipLast(1), status => Assert.Contains(status, (int[])[0, 429, 529]));
    }

    /// <summary>A clock that jumps over waits; attempts have no time-out, which the jumps would set off.</summary>
    private static Task<TestService> StartAsync() =>
        TestService.StartAsync(
            TestProfiles.Many(Count),
            options =>
                options.Faults = new()
                {
                    Statuses = new Dictionary<int, double> { [429] = 0.025, [529] = 0.025 },
                    ResetBefore = 0.02,
                },
            options =>
            {
                options.TimeProvider = new JumpingClock();
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.MaxRetries = 5;
            }
        );
}
