using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Testing.Tests;

public sealed class InMemoryProfilesTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Write_IsReadByTheNextCall()
    {
        var profiles = New();

        var created = await profiles.CreateAsync(
            new()
            {
                Name = "Ada",
                Metadata = new() { ["plan"] = "trial" },
                ExternalUserDetails = new() { ReferenceId = "customer-1" },
            }
        );
        clock.Advance(TimeSpan.FromMinutes(1));
        var updated = await profiles.UpdateAsync(created.Id, new() { Metadata = new() { ["plan"] = "pro" } });

        Assert.Equal("pro", updated.Metadata["plan"]);
        Assert.Equal(created.CreatedAt + TimeSpan.FromMinutes(1), updated.UpdatedAt);
        Assert.Equal("Ada", (await profiles.GetAsync(created.Id)).Name);
        Assert.Equal(
            [created.Id],
            await profiles.Query().Where(p => p.Metadata["plan"] == "pro").Select(p => p.Id).ToListAsync()
        );
        await profiles.DeleteAsync(created.Id);
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => profiles.GetAsync(created.Id));
        Assert.Empty(profiles.Profiles);
    }

    [Fact]
    public async Task Get_ReportsWhatAListDoesNot()
    {
        var profiles = New(
            new UserProfile
            {
                Id = "uprof_1",
                Programs = new() { Efs = new() { Status = "active" } },
            }
        );

        Assert.Null((await profiles.Query().SingleAsync()).Programs.Efs);
        Assert.Equal("active", (await profiles.Query().WithDetails().SingleAsync()).Programs.Efs!.Status);
        Assert.Equal("active", (await profiles.GetAsync("uprof_1")).Programs.Efs!.Status);
    }

    [Fact]
    public async Task Mistakes_AreRefusedAsByTheService()
    {
        var profiles = New(new UserProfile { Id = "uprof_1" });
        var pairs = Enumerable.Range(0, 17).ToDictionary(i => $"{i}", _ => "x");

        await Assert.ThrowsAsync<ArgumentException>(() => profiles.CreateAsync(new() { Metadata = pairs }));
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            profiles.CreateAsync(new() { ExternalId = "1" })
        );
        await Assert.ThrowsAsync<ProfilesInvalidRequestException>(() =>
            profiles.GetAsync("uprof_1", new() { Betas = ["no-such-beta"] })
        );
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => profiles.DeleteAsync("uprof_2"));
        await Assert.ThrowsAsync<UnsupportedQueryException>(async () =>
            await profiles.Query().OrderBy(p => p.UpdatedAt).ToListAsync()
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => profiles.Query().ExecuteDeleteAsync());
        Assert.Single(profiles.Profiles);
    }

    [Fact]
    public async Task SixteenPairs_AreTheMostAProfileHolds()
    {
        var profiles = New(
            new UserProfile
            {
                Id = "uprof_1",
                Metadata = new(Enumerable.Range(0, 16).Select(i => KeyValuePair.Create($"{i}", "x"))),
            }
        );

        var refused = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(() =>
            profiles.UpdateAsync("uprof_1", new() { Metadata = { ["more"] = "y" } })
        );

        Assert.Equal("invalid_request_error", refused.ErrorType);
        Assert.Equal(16, profiles.Profiles.Single().Metadata.Count);
    }

    [Fact]
    public async Task OlderShape_IsChosenByABeta()
    {
        var profiles = New(
            new UserProfile
            {
                Id = "uprof_1",
                ExternalId = "1",
                EnforcementStatus = EnforcementStatus.Banned,
            }
        );

        var old = await profiles.GetAsync("uprof_1", new() { Betas = [AnthropicBeta.UserProfiles2026_03_24] });

        Assert.Equal(("1", default(EnforcementStatus)), (old.ExternalId, old.EnforcementStatus));
        Assert.Null((await profiles.GetAsync("uprof_1")).ExternalId);
        InMemoryProfiles older = new(profiles.Profiles, new() { Betas = [AnthropicBeta.UserProfiles2026_03_24] });
        Assert.Equal("1", (await older.Query().SingleAsync()).ExternalId);
    }

    [Fact]
    public async Task BulkWrites_AreCarriedOut()
    {
        var profiles = Many(250);

        var updated = await profiles
            .Query()
            .Where(p => p.Metadata["number"] == "7")
            .ExecuteUpdateAsync(c => c.SetName("seven"));
        var deleted = await profiles.Query().Where(p => p.Name == null).ExecuteDeleteAsync();
        var created = await profiles.CreateManyAsync([new() { Name = "new" }, new() { Name = "newer" }]);

        Assert.Equal((1, 249, 2), (updated.Written, deleted.Written, created.Written));
        Assert.Equal(["new", "newer", "seven"], profiles.Profiles.Select(p => p.Name).Order());
    }

    [Fact]
    public async Task Calls_SayWhatWasAsked()
    {
        var profiles = New(new UserProfile { Id = "uprof_1" });

        await profiles.Query().Take(50).ToListAsync();
        await profiles.GetAsync("uprof_1");
        var created = await profiles.CreateAsync(new() { Name = "Ada" });
        await profiles.UpdateAsync("uprof_1", new() { Metadata = { ["plan"] = "pro" } });
        await profiles.CreateActionUrlAsync("uprof_1");
        await profiles.DataControls.GetAsync("uprof_1");
        await profiles.DataControls.UpdateAsync("uprof_1", new() { Cmek = CmekChange.Disable() });
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => profiles.DeleteAsync("uprof_2"));
        await profiles.CreateEnrollmentUrlAsync(created.Id, new() { Betas = [AnthropicBeta.UserProfiles2026_08_18] });

        Assert.Equal(
            [
                (InMemoryCallKind.List, null, "", false),
                (InMemoryCallKind.Get, "uprof_1", "", false),
                (InMemoryCallKind.Create, null, """{"name":"Ada"}""", true),
                (InMemoryCallKind.Update, "uprof_1", """{"metadata":{"plan":"pro"}}""", true),
                (InMemoryCallKind.CreateActionUrl, "uprof_1", """{"action":{"type":"enroll_end_user"}}""", false),
                (InMemoryCallKind.GetDataControls, "uprof_1", "", false),
                (InMemoryCallKind.UpdateDataControls, "uprof_1", """{"cmek":{"type":"disabled"}}""", true),
                (InMemoryCallKind.Delete, "uprof_2", "", true),
                (InMemoryCallKind.CreateEnrollmentUrl, created.Id, "", false),
            ],
            profiles.Calls.Select(call => (call.Kind, call.ProfileId, call.Body, call.IsWrite))
        );
        Assert.Equal("/v1/user_profiles?limit=50", profiles.Calls[0].PathAndQuery);
        profiles.ClearCalls();
        Assert.Empty(profiles.Calls);
    }

    [Fact]
    public async Task Ids_AreTheSameInEveryRunOrTheTestsOwn()
    {
        var first = await New().CreateAsync(new());
        var second = await New().CreateAsync(new());
        var number = 0;
        InMemoryProfiles numbered = new([new(), new() { Id = "given" }], new() { NewId = () => $"uprof_{++number}" });
        numbered.Put(new() { Id = "put" });

        Assert.Equal(first.Id, second.Id);
        Assert.StartsWith("uprof_01", first.Id);
        Assert.Equal("uprof_2", (await numbered.CreateAsync(new())).Id);
        Assert.Equal(["given", "put", "uprof_1", "uprof_2"], numbered.Profiles.Select(p => p.Id).Order());
    }

    [Fact]
    public async Task IdThatComesTwice_FailsTheCreate()
    {
        InMemoryProfiles profiles = new(options: new() { NewId = () => "uprof_1" });
        await profiles.CreateAsync(new());

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => profiles.CreateAsync(new()));

        Assert.Contains("uprof_1", failure.Message);
        Assert.Single(profiles.Profiles);
    }

    /// <summary>Another fake makes its ids in the same way.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ProfilesOfAnotherFake_LeaveTheirIdsOut(bool hasOneWithoutId)
    {
        var other = New();
        var deleted = await other.CreateAsync(new());
        var kept = await other.CreateAsync(new());
        other.Remove(deleted.Id);
        InMemoryProfiles profiles = new([
            .. other.Profiles,
            .. hasOneWithoutId ? new UserProfile[] { new() { Name = "Ada" } } : [],
        ]);

        var created = await profiles.CreateAsync(new());
        var put = profiles.Put(new() { Name = "Bea" });

        Assert.Equal(3, new[] { kept.Id, created.Id, put.Id }.Distinct().Count());
        Assert.Equal(hasOneWithoutId ? 4 : 3, await profiles.Query().CountAsync());
    }

    [Fact]
    public async Task IdOfADeletedProfile_IsNotGivenAgain()
    {
        var other = New();
        List<string> ids = [(await other.CreateAsync(new())).Id, (await other.CreateAsync(new())).Id];
        InMemoryProfiles profiles = new(other.Profiles);

        foreach (var id in ids.ToList())
            profiles.Remove(id);
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await profiles.CreateAsync(new())).Id);
            profiles.Remove(ids[^1]);
        }

        Assert.Equal(7, ids.Distinct().Count());
        Assert.Empty(profiles.Profiles);
    }

    [Fact]
    public void ProfilesThatCanNotBeHeld_AreRefused()
    {
        Assert.Throws<ArgumentException>("profiles", () => New(new() { Id = "uprof_1" }, new() { Id = "uprof_1" }));
        Assert.Throws<ArgumentException>("profiles", () => New(new UserProfile(), null!));
        Assert.Throws<ProfilesConfigurationException>(() =>
            new InMemoryProfiles(
                [],
                new() { Betas = [AnthropicBeta.UserProfiles2026_03_24, AnthropicBeta.UserProfiles2026_08_18] }
            )
        );
    }

    [Fact]
    public async Task PutAndRemove_AreNoRequests()
    {
        var profiles = Many(3);
        var banned = profiles.Profiles.Single(p => p.Id == "uprof_001");

        profiles.Put(
            new()
            {
                Id = banned.Id,
                CreatedAt = banned.CreatedAt,
                EnforcementStatus = EnforcementStatus.Banned,
            }
        );
        profiles.Put(new() { Id = "uprof_newest", CreatedAt = clock.GetUtcNow() });
        profiles.Put(new() { Id = "uprof_002", CreatedAt = clock.GetUtcNow().AddYears(-1) });
        var named = profiles.Put(new() { Name = "Ada", CreatedAt = clock.GetUtcNow().AddYears(-2) });

        Assert.Empty(profiles.Calls);
        Assert.Equal(
            ["uprof_newest", "uprof_001", "uprof_000", "uprof_002", named.Id],
            await profiles.Query().Select(p => p.Id).ToListAsync()
        );
        Assert.Equal(
            "uprof_001",
            (await profiles.Query().SingleAsync(p => p.EnforcementStatus == EnforcementStatus.Banned)).Id
        );
        Assert.True(profiles.Remove("uprof_001"));
        Assert.False(profiles.Remove("uprof_001"));
    }

    [Fact]
    public async Task ClientOfTheSameProfiles_SeesThem()
    {
        var profiles = Many(3);

        await profiles.Client.CreateBackgroundClient().DeleteAsync("uprof_001");
        Assert.Equal(2, await profiles.Query().CountAsync());
    }

    [Fact]
    public async Task ManyThreads_LoseNothing()
    {
        var profiles = Many(20);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            async (i, ct) =>
            {
                if (i % 2 == 0)
                    await profiles.CreateAsync(new() { Name = $"{i}" }, cancellationToken: ct);
                else
                    await profiles.UpdateAsync(
                        $"uprof_{i % 20:D3}",
                        new() { Metadata = { [$"{i / 20 % 10}"] = $"{i}" } },
                        cancellationToken: ct
                    );
                await profiles.Query().Take(5).ToListAsync(ct);
            }
        );

        Assert.Equal(220, profiles.Profiles.Count);
        Assert.Equal(200, profiles.Profiles.Count(p => p.Name is not null));
        Assert.Equal(10, profiles.Profiles.Count(p => p.Metadata.Count >= 10));
    }

    [Fact]
    public async Task UtcNow_IsTheClockOfTheTest()
    {
        var profiles = New(new UserProfile { Id = "uprof_1", CreatedAt = clock.GetUtcNow().AddHours(-20) });
        var lastDay = profiles.Query().Where(p => p.CreatedAt >= DateTimeOffset.UtcNow.AddDays(-1));

        Assert.Equal(1, await lastDay.CountAsync());
        clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(0, await lastDay.CountAsync());
    }

    private InMemoryProfiles New(params UserProfile[] profiles) => new(profiles, new() { TimeProvider = clock });

    /// <summary>Profiles 0 to count - 1, a minute apart, with their number as metadata.</summary>
    private InMemoryProfiles Many(int count) =>
        New([
            .. Enumerable
                .Range(0, count)
                .Select(i => new UserProfile
                {
                    Id = $"uprof_{i:D3}",
                    CreatedAt = clock.GetUtcNow().AddDays(-1).AddMinutes(i),
                    Metadata = new() { ["number"] = $"{i}" },
                }),
        ]);
}
