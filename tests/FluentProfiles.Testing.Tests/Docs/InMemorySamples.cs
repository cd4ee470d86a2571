using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Testing.Tests.Docs;

/// <summary>The C# of docs/testing.md that needs no service.</summary>
public sealed class InMemorySamples
{
    #region testing-trials
    public static ValueTask EndTrialsAsync(IProfilesClient client, CancellationToken cancellationToken = default) =>
        client
            .Query()
            .Where(p => p.Metadata["plan"] == "trial")
            .ForEachAsync(
                async (p, ct) => await client.DeleteAsync(p.Id, cancellationToken: ct),
                workers: 4,
                cancellationToken
            );
    #endregion

    #region testing-items-write
    [Fact]
    public async Task BulkWrite_IsReadByLaterRuns()
    {
        var profiles = ProfileQuery.FromItems([
            new()
            {
                Id = "uprof_1",
                Metadata = new() { ["plan"] = "trial" },
            },
            new() { Id = "uprof_2" },
        ]);

        var report = await profiles
            .Where(p => p.Metadata["plan"] == "trial")
            .ExecuteUpdateAsync(c => c.SetMetadata("plan", "pro"));

        Assert.Equal(1, report.Written);
        Assert.Equal(
            ["uprof_1"],
            await profiles.Where(p => p.Metadata["plan"] == "pro").Select(p => p.Id).ToListAsync()
        );
    }

    #endregion

    #region testing-in-memory
    [Fact]
    public async Task EndTrials_RemovesTrialsAlone()
    {
        InMemoryProfiles profiles = new([
            new()
            {
                Id = "uprof_1",
                Metadata = new() { ["plan"] = "trial" },
            },
            new()
            {
                Id = "uprof_2",
                Metadata = new() { ["plan"] = "pro" },
            },
        ]);

        await EndTrialsAsync(profiles);

        Assert.Equal(["uprof_2"], profiles.Profiles.Select(p => p.Id));
        Assert.Equal(["uprof_1"], profiles.Calls.Where(call => call.IsWrite).Select(call => call.ProfileId));
    }

    #endregion

    [Fact]
    public async Task Failure_IsThrown()
    {
        #region testing-in-memory-failure
        InMemoryProfiles profiles = new([new() { Id = "uprof_1" }]);
        profiles.FailNext(new ProfilesRateLimitException("Slow down") { RetryAfter = TimeSpan.FromSeconds(20) });

        var failure = await Assert.ThrowsAsync<ProfilesRateLimitException>(() => profiles.GetAsync("uprof_1"));

        Assert.Equal(TimeSpan.FromSeconds(20), failure.RetryAfter);
        Assert.Equal("uprof_1", (await profiles.GetAsync("uprof_1")).Id);
        #endregion
    }

    [Fact]
    public async Task LostAnswer_LeavesAProfile()
    {
        #region testing-in-memory-lost
        InMemoryProfiles profiles = new();
        profiles.FailNext(new ProfilesConnectionException("The connection broke"), answerLost: true);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => profiles.CreateAsync(new() { Name = "Ada" }));

        Assert.Equal("Ada", profiles.Profiles.Single().Name);
        #endregion
    }

    [Fact]
    public async Task ChangeMeanwhile_IsSeen()
    {
        #region testing-in-memory-meanwhile
        InMemoryProfiles profiles = new([new() { Id = "uprof_1" }]);
        profiles.BeforeCall = (call, _) =>
        {
            if (call.Kind == InMemoryCallKind.Update)
                profiles.Remove(call.ProfileId!);
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() =>
            profiles.UpdateAsync("uprof_1", new() { Name = "Ada" })
        );
        #endregion
    }

    [Fact]
    public async Task ClockAndIds_AreTheTests()
    {
        #region testing-in-memory-clock
        FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        var number = 0;
        InMemoryProfiles profiles = new([], new() { TimeProvider = clock, NewId = () => $"uprof_{++number}" });

        var created = await profiles.CreateAsync(new() { Name = "Ada" });

        Assert.Equal(("uprof_1", clock.GetUtcNow()), (created.Id, created.CreatedAt));
        #endregion
    }

    [Fact]
    public void Results_AreMade()
    {
        #region testing-mock
        CustomerUrl url = new("https://example.com/enroll", DateTimeOffset.UnixEpoch);
        ProfilePage<UserProfile> page = new([new() { Id = "uprof_1" }], NextPage: null, ResumeToken: null, "req_1");
        BulkWriteReport report = new()
        {
            Found = 3,
            Written = 2,
            Failed = 1,
        };
        ProfilesBulkWriteException failure = new(report, new ProfilesPermissionException("Not with this key"));
        #endregion

        Assert.Equal("https://example.com/enroll", url.Url);
        Assert.Single(page.Items);
        Assert.Same(report, failure.Report);
    }
}
