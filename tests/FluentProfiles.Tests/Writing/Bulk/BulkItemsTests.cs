using System.Text.Json;

namespace FluentProfiles.Tests.Writing.Bulk;

/// <summary>Bulk writes of a query over objects in memory.</summary>
public sealed class BulkItemsTests
{
    private readonly UserProfile[] items = TestProfiles.Many(10);

    [Fact]
    public async Task Update_IsReadByLaterRuns()
    {
        var query = ProfileQuery.FromItems(items);
        var banned = query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        var report = await banned.ExecuteUpdateAsync(c =>
            c.SetName(p => p.Id + "!").SetMetadata("plan", "none").Set(p => p.ExternalUserDetails.Country, "FR")
        );

        Assert.Equal((2, 2), (report.Found, report.Written));
        var written = await query.Where(p => p.Metadata["plan"] == "none").ToListAsync();
        Assert.Equal(TestProfiles.Ids([7, 3]), written.Select(p => p.Id));
        Assert.All(written, p => Assert.Equal((p.Id + "!", "FR"), (p.Name, p.ExternalUserDetails.Country)));
        // The rest of the profile is as it was.
        Assert.Equal("user-7", written[0].ExternalUserDetails.ReferenceId);
        Assert.Equal(items[7].Programs.Efs!.Status, written[0].Programs.Efs!.Status);
        Assert.Equal(items[7].CreatedAt, written[0].CreatedAt);
        Assert.True(written[0].UpdatedAt > items[7].UpdatedAt);
    }

    [Fact]
    public async Task UpdateBesideHalfASurrogatePair_KeepsTheRest()
    {
        var item = JsonSerializer.Deserialize<UserProfile>(
            """{"id":"x","name":"Ada","\ud800":1,"external_user_details":{"country":"DE","note":["\ud83d",{"\udc00":"\ud83d\ude00"}]}}"""
        )!;
        var query = ProfileQuery.FromItems([item]);

        await query.ExecuteUpdateAsync(
            c => c.SetName("Bea").SetMetadata("a", "b").Set(p => p.ExternalUserDetails.Country, "FR"),
            new() { AllowAll = true }
        );

        var written = await query.SingleAsync();
        Assert.Equal(("Bea", "b", "FR"), (written.Name, written.Metadata["a"], written.ExternalUserDetails.Country));
        Assert.Equal(["\ufffd"], written.AdditionalProperties.Keys);
        Assert.Equal(
            """["\ufffd",{"\ufffd":"\ud83d\ude00"}]""",
            written.ExternalUserDetails.AdditionalProperties["note"]!.Value.GetRawText(),
            ignoreCase: true
        );
    }

    [Fact]
    public async Task Delete_IsSeenByLaterRuns()
    {
        var query = ProfileQuery.FromItems(items);

        var report = await query.Where(p => p.Name == null).ExecuteDeleteAsync();

        Assert.Equal(2, report.Written);
        Assert.Equal(8, await query.CountAsync());
        Assert.False(await query.AnyAsync(p => p.Id == TestProfiles.IdOf(5)));
        Assert.Equal(0, (await query.Where(p => p.Name == null).ExecuteDeleteAsync()).Found);
    }

    [Fact]
    public async Task Items_StayAsTheyAre()
    {
        var query = ProfileQuery.FromItems(items);

        await query.ExecuteUpdateAsync(c => c.SetName("x"), new() { AllowAll = true });
        await query.Take(3).ExecuteDeleteAsync();

        Assert.Equal(TestProfiles.Many(10).Select(p => p.Name), items.Select(p => p.Name));
        Assert.Equal(10, await ProfileQuery.FromItems(items).CountAsync());
        Assert.Equal(7, await query.CountAsync(p => p.Name == "x"));
    }

    [Fact]
    public async Task ItemsThatAreMadeAnewByEachRun_KeepWhatWasWritten()
    {
        var query = ProfileQuery.FromItems(Enumerable.Range(0, 3).Select(TestProfiles.One));

        await query.Take(1).ExecuteUpdateAsync(c => c.SetName("Ada"));

        Assert.Equal(["Ada", "B0001", null], await query.Select(p => p.Name).ToListAsync());
    }

    [Fact]
    public async Task SecondRun_WritesNothing()
    {
        var query = ProfileQuery.FromItems(items).Where(p => p.Metadata["plan"] == "pro");

        await query.ExecuteUpdateAsync(c => c.SetMetadata("seen", "yes"));
        var again = await query.ExecuteUpdateAsync(c => c.SetMetadata("seen", "yes"));

        Assert.Equal((3, 0, 3), (again.Found, again.Written, again.Unchanged));
    }

    [Fact]
    public async Task WhatIsCleared_IsGone()
    {
        var query = ProfileQuery.FromItems(items);

        await query.Take(2).ExecuteUpdateAsync(c => c.RemoveMetadata("plan").ClearName());

        Assert.Equal(
            [(null, 0), (null, 0), ("B0007", 1)],
            await query.Take(3).Select(p => ValueTuple.Create(p.Name, p.Metadata.Count)).ToListAsync()
        );
    }

    [Fact]
    public async Task ValueBeyondItsLimits_FailsThatProfileAlone()
    {
        var query = ProfileQuery.FromItems([
            new()
            {
                Id = "uprof_1",
                Metadata = new(Enumerable.Range(0, 16).Select(i => KeyValuePair.Create($"{i}", "x"))),
            },
            new() { Id = "uprof_2" },
            new() { Id = "uprof_3", Name = new string('n', 255) },
        ]);

        var report = await query.ExecuteUpdateAsync(
            c => c.SetMetadata("more", "y").SetName(p => p.Name + "!"),
            new() { AllowAll = true }
        );

        Assert.Equal((3, 1, 2), (report.Found, report.Written, report.Failed));
        Assert.Equal(["uprof_1", "uprof_3"], report.Failures.Select(failure => failure.Id).Order());
        Assert.All(report.Failures, failure => Assert.IsType<ArgumentException>(failure.Error));
        Assert.Equal(["uprof_2"], await query.Where(p => p.Metadata["more"] == "y").Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task VerifyEach_ReadsWhatAnotherWriteHasLeft()
    {
        var query = ProfileQuery.FromItems(items);
        var deleted = false;

        var report = await query
            .WhereOnClient(p =>
            {
                if (!deleted)
                {
                    deleted = true;
                    query.Where(q => q.Id == p.Id).ExecuteDeleteAsync().GetAwaiter().GetResult();
                }
                return true;
            })
            .ExecuteUpdateAsync(
                c => c.SetName("x"),
                new()
                {
                    VerifyEach = true,
                    AllowAll = true,
                    Concurrency = 1,
                }
            );

        Assert.Equal((10, 9, 1), (report.Found, report.Written, report.Skipped));
    }

    [Fact]
    public async Task ItemWithoutAnId_EndsTheRunInWords()
    {
        var query = ProfileQuery.FromItems([new() { Name = "Ada" }]).Take(1);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            query.ExecuteUpdateAsync(c => c.SetName("Bob"))
        );

        Assert.Contains("Give each item an id", Assert.IsType<ArgumentException>(failure.InnerException).Message);
    }

    [Fact]
    public async Task GuardWithoutAnyBound_Holds()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => ProfileQuery.FromItems(items).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task ManyWriters_LoseNothing()
    {
        var query = ProfileQuery.FromItems(TestProfiles.Many(500));

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Task.Run(() =>
                        query.ExecuteUpdateAsync(
                            c => c.SetMetadata($"writer-{i}", "yes"),
                            new() { AllowAll = true, Concurrency = 16 }
                        )
                    )
                )
        );

        Assert.True(await query.AllAsync(p => p.Metadata.Count(pair => pair.Key.StartsWith("writer-")) == 8));
    }
}
