using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Tests.Sources;

/// <summary>What a source does itself is handed to it where every condition before it is exact there.</summary>
public sealed class CapabilityTests
{
    private static readonly UserProfile[] Profiles =
    [
        .. TestProfiles
            .Many(60)
            .Select(
                (profile, i) =>
                    profile with
                    {
                        UpdatedAt = TestProfiles.Start.AddMinutes(i * 37 % 60),
                        Metadata = i % 3 == 0 ? new() { ["plan"] = i % 2 == 0 ? "pro" : "free" } : new(),
                        ExternalUserDetails = new()
                        {
                            Country = i % 7 == 0 ? null : $"{(char)('A' + (i * 5 % 11))}X",
                            EntityType = i % 4 == 0 ? EntityType.Business : default,
                            OnboardedAt = i % 6 == 0 ? null : TestProfiles.Start.AddHours(-(i * 11 % 60)),
                            ReferenceId = i % 5 == 0 ? null : $"customer-{i}",
                        },
                    }
            ),
    ];

    [Fact]
    public async Task MemberOfAPart_IsSortedByTheSource()
    {
        using CapableSource source = new(Profiles);
        var query = source.Query().OrderByDescending(p => p.ExternalUserDetails.Country);

        var countries = await query.Select(p => p.ExternalUserDetails.Country).ToListAsync();

        Assert.Equal(
            Profiles
                .Select(p => p.ExternalUserDetails.Country)
                .OrderBy(country => country is null)
                .ThenByDescending(country => country, StringComparer.Ordinal),
            countries
        );
        Assert.Equal("external_user_details.country", query.Explain().OrderBy);
        Assert.Empty(query.Explain().OnClient);
    }

    [Fact]
    public async Task OrderByAMemberOfAPart_IsResumed()
    {
        using CapableSource source = new(Profiles) { LargestPage = 7 };
        var query = source.Query().OrderBy(p => p.ExternalUserDetails.OnboardedAt);
        var first = await query.ToPageAsync(10);

        var second = await query.ToPageAsync(100, first.ResumeToken);

        Assert.Equal((await query.ToListAsync()).Select(p => p.Id), first.Items.Concat(second.Items).Select(p => p.Id));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            source.Query().OrderBy(p => p.ExternalUserDetails.Country).ToPageAsync(4, first.ResumeToken).AsTask()
        );
    }

    [Fact]
    public async Task AnyTime_IsFilteredByTheSource()
    {
        using CapableSource source = new(Profiles);
        var since = TestProfiles.Start.AddHours(-20);
        var until = TestProfiles.Start.AddMinutes(30);
        var query = source
            .Query()
            .Where(p => p.ExternalUserDetails.OnboardedAt >= since && !(until < p.UpdatedAt))
            .Where(p => p.ExternalUserDetails.OnboardedAt.HasValue && p.ExternalUserDetails.OnboardedAt != null);

        Assert.Equal(
            Profiles.Count(p => p.ExternalUserDetails.OnboardedAt >= since && p.UpdatedAt <= until),
            (await query.ToListAsync()).Count
        );
        Assert.Equal(
            [
                "external_user_details.onboarded_at >= 2026-04-30T04:00:00.0000000Z",
                "not updated_at >= 2026-05-01T00:30:00.0000001Z",
                "not external_user_details.onboarded_at is null",
                "not external_user_details.onboarded_at is null",
            ],
            source.Requests[0].Conditions.Exact.Select(condition => condition.Text)
        );
        Assert.Empty(query.Explain().OnClient);
    }

    [Fact]
    public async Task SkipAfterExactConditions_IsTheSources()
    {
        using CapableSource source = new(Profiles);
        var query = source.Query().Where(p => p.Metadata["plan"] != null).Skip(3).Skip(2).Take(4);

        var expected = Profiles.Where(p => p.Metadata["plan"] != null).OrderByDescending(p => p.CreatedAt);
        Assert.Equal(expected.Skip(5).Take(4).Select(p => p.Id), await query.Select(p => p.Id).ToListAsync());
        Assert.Equal((4, 5), (source.Requests.Single().Limit, source.Requests[0].Skip));
        Assert.Contains("  skip:           5", query.Explain().ToString());
        Assert.Equal((1, 1), (query.Explain().MinRequests, query.Explain().MaxRequests));
    }

    [Fact]
    public async Task SkipAfterARoughCondition_IsTheClients()
    {
        using CapableSource source = new(Profiles);
        var name = Profiles[4].Name;
        var query = source.Query().Where(p => p.Name == name).Skip(1).Take(4);

        await query.ToListAsync();

        Assert.Equal((100, 0), (source.Requests[0].Limit, source.Requests[0].Skip));
        Assert.Equal(["Where(p => p.Name == ?)", "Skip(1)", "Take(4)"], query.Explain(redact: true).OnClient);
    }

    [Fact]
    public async Task SkipOfAReversedListing_LeavesOutTheLastItems()
    {
        using CapableSource source = new(Profiles);

        var last = await source
            .Query()
            .OrderBy(p => p.UpdatedAt)
            .Skip(58)
            .Reverse()
            .Select(p => p.UpdatedAt)
            .ToListAsync();

        Assert.Equal(Profiles.Select(p => p.UpdatedAt).OrderDescending().Take(2), last);
        Assert.Equal(0, source.Requests[0].Skip);
    }

    [Fact]
    public async Task Count_IsTheSourcesWhereNothingIsLeftForTheClient()
    {
        using CapableSource source = new(Profiles);
        var pro = source.Query().Where(p => p.Metadata["plan"] == "pro");

        Assert.Equal(10, await pro.CountAsync());
        Assert.Equal(7, await pro.Skip(3).LongCountAsync());
        Assert.Equal(0, await pro.Skip(30).CountAsync());
        Assert.Equal(10, await source.Query().CountAsync(p => p.Metadata["plan"] == "pro"));
        Assert.Empty(source.Requests);
        Assert.Equal(4, source.Counted.Count);

        Assert.Equal(4, await pro.Take(4).CountAsync());
        Assert.Equal(10, await pro.WhereOnClient(_ => true).CountAsync());
        Assert.Equal(4, source.Counted.Count);
    }

    [Fact]
    public async Task Count_IsOneRequestOfTheRun()
    {
        using CapableSource source = new(Profiles);
        List<QueryProgress> reports = [];

        await source.Query().WithMaxRequests(1).WithProgress(new Reports(reports.Add)).CountAsync();

        Assert.Equal((1, 60, null), (reports[^1].Requests, reports[^1].Returned, reports[^1].ResumeToken));
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            source.Query().CountAsync(cancelled.Token).AsTask()
        );
    }

    [Fact]
    public async Task Ids_AreOneConditionOfTheSource()
    {
        using CapableSource source = new(Profiles);
        string[] ids = [Profiles[5].Id, Profiles[9].Id, "uprof_none"];
        var query = source.Query().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Metadata["plan"]).Select(p => p.Id);

        Assert.Equal([Profiles[5].Id, Profiles[9].Id], await query.ToListAsync());
        Assert.Single(source.Requests);
        Assert.Equal((0, 1), (query.Explain().Lookups, query.Explain().MinRequests));
        Assert.Throws<UnsupportedQueryException>(() => source.Query().OrderBy(p => p.Metadata["plan"]).Explain());
    }

    [Fact]
    public async Task LargePage_IsResumedAfterAnyProfile()
    {
        using CapableSource source = new(Profiles) { LargestPage = 1_000 };
        var query = source.Query().WhereOnClient(p => p.Id.Length > 0).OrderBy(p => p.ExternalUserDetails.Country);
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.ToPageAsync(7, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
            Assert.InRange(token?.Length ?? 0, 0, 200);
        } while (token is not null);

        Assert.Equal((await query.ToListAsync()).Select(p => p.Id), ids);
        Assert.All(source.Requests, request => Assert.Equal(1_000, request.Limit));
    }

    [Fact]
    public async Task PageSize_StaysThatOfTheQuery()
    {
        using CapableSource source = new(Profiles) { LargestPage = 1_000 };

        await source.Query().WithPageSize(50).ToListAsync();

        Assert.Equal([50, 50], source.Requests.Select(request => request.Limit));
    }

    [Fact]
    public async Task PrefetchAndTwoEnds_HaveNoEffect()
    {
        using CapableSource source = new(Profiles) { LargestPage = 10 };
        var query = source.Query().WithPrefetch(64).WithTwoEndedScan();

        await using (var items = query.GetAsyncEnumerator())
        {
            await items.MoveNextAsync();
            await items.MoveNextAsync();
        }

        Assert.Single(source.Requests);
        Assert.Equal((false, true), (query.Explain().TwoEnded, query.Explain().IgnoresTwoEndedScan));
    }

    [Theory]
    [InlineData("WithBeta")]
    [InlineData("WithWorkspace")]
    [InlineData("WithHeader")]
    [InlineData("FromPage")]
    [InlineData("WithDetails")]
    public async Task SettingOfTheServiceAlone_IsRejectedByName(string call)
    {
        using CapableSource source = new(Profiles) { IsStrict = true };
        var query = call switch
        {
            "WithBeta" => source.Query().WithBeta("some-beta-2026-01-01"),
            "WithWorkspace" => source.Query().WithWorkspace("wrkspc_1"),
            "WithHeader" => source.Query().WithHeader("x-team", "blue"),
            "FromPage" => source.Query().FromPage("page_2"),
            _ => source.Query().WithDetails(),
        };

        var error = await Assert.ThrowsAsync<UnsupportedQueryException>(() => query.ToListAsync().AsTask());

        Assert.Equal(
            $"{call} concerns requests to the service, and this query reads from the test's source. Leave it out, or query the client.",
            error.Message
        );
        Assert.Throws<UnsupportedQueryException>(() => query.Explain());
        Assert.Empty(source.Requests);
    }

    [Fact]
    public async Task BulkWrite_IsRejected()
    {
        using CapableSource source = new(Profiles);

        var error = await Assert.ThrowsAsync<UnsupportedQueryException>(() =>
            source.Query().Where(p => p.Name == "x").ExecuteDeleteAsync()
        );

        Assert.StartsWith(
            "A bulk write needs a query of a client, and this query reads from the test's source.",
            error.Message
        );
        Assert.Empty(source.Requests);
    }

    [Fact]
    public void Explain_StartsWithTheRequestOfTheSource()
    {
        using CapableSource source = new(Profiles);
        var query = source.Query().Where(p => p.ExternalUserDetails.ReferenceId == "customer-7");

        Assert.StartsWith(
            "SELECT external_user_details.reference_id in [\"customer-7\"] LIMIT 100",
            query.Explain().ToString()
        );
        Assert.StartsWith("SELECT ? LIMIT 100", query.Explain(redact: true).ToString());
        Assert.DoesNotContain("customer-7", query.Explain(redact: true).ToString());
    }

    [Fact]
    public async Task AnyOrderWindowAndCount_GiveWhatLinqGives()
    {
        Random random = new(unchecked((int)Trials.Seed));
        for (var trial = 0; trial < 400; trial++)
        {
            using CapableSource source = new(Profiles)
            {
                LargestPage = random.Next(1, 90),
                ServesJson = random.Next(2) == 0,
            };
            var query = CapableCase.Any(random);

            Assert.Equal(
                $"{query.Text}: {query.Expected(Profiles)}",
                $"{query.Text}: {await query.RunAsync(source.Query())}"
            );
        }
    }

    private sealed class Reports(Action<QueryProgress> report) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => report(value);
    }
}
