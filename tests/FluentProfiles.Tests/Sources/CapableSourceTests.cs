using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Sources;

/// <summary>Queries over a source that does more than the service push more down.</summary>
public sealed class CapableSourceTests
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
                        ExternalUserDetails = new() { ReferenceId = i % 5 == 0 ? null : $"customer-{i}" },
                    }
            ),
    ];

    [Fact]
    public async Task Reference_IsFilteredByTheSource()
    {
        using CapableSource source = new(Profiles);
        var query = source.Query().Where(p => p.ExternalUserDetails.ReferenceId == "customer-7").Take(1);

        Assert.Equal([Profiles[7].Id], await query.Select(p => p.Id).ToListAsync());
        Assert.Equal(1, Assert.Single(source.Requests).Limit);
        Assert.Equal(
            "external_user_details.reference_id in [\"customer-7\"]",
            Assert.Single(source.Requests[0].Conditions.Exact).Text
        );
        Assert.Empty(query.Explain().OnClient);
        Assert.Contains(
            "filter:         external_user_details.reference_id in [\"customer-7\"]",
            query.Explain().ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MetadataAndTime_AreFilteredByTheSource()
    {
        using CapableSource source = new(Profiles);
        var after = TestProfiles.Start.AddMinutes(-1);
        var query = source
            .Query()
            .Where(p => (p.Metadata["plan"] == "pro" || !p.Metadata.ContainsKey("plan")) && p.CreatedAt > after);

        var expected = Profiles.Where(p => p.Metadata["plan"] is "pro" or null).Select(p => p.Id).Order();
        Assert.Equal(expected, (await query.Select(p => p.Id).ToListAsync()).Order());
        Assert.Empty(query.Explain().OnClient);
        Assert.Equal(2, source.Requests[0].Conditions.Exact.Count);
    }

    [Fact]
    public async Task AnyField_IsSortedByTheSource()
    {
        using CapableSource source = new(Profiles);

        var times = await source.Query().OrderByDescending(p => p.UpdatedAt).Select(p => p.UpdatedAt).ToListAsync();

        Assert.Equal(Profiles.Select(p => p.UpdatedAt).OrderDescending(), times);
        Assert.Equal("updated_at", source.Requests[0].Order.Key!.Name);
        Assert.Throws<UnsupportedQueryException>(() =>
            ProfileQuery.FromItems(Profiles).OrderBy(p => p.UpdatedAt).Explain()
        );
    }

    [Fact]
    public async Task RoughCondition_IsCheckedAgain()
    {
        using CapableSource source = new([
            TestProfiles.Many(1)[0] with
            {
                Id = "uprof_a",
                Name = "ADA",
            },
            TestProfiles.Many(1)[0] with
            {
                Id = "uprof_b",
                Name = "Ada",
            },
        ]);
        var query = source.Query().Where(p => p.Name == "Ada");

        Assert.Equal(["uprof_b"], await query.Select(p => p.Id).ToListAsync());
        Assert.Equal("name in [\"Ada\"]", Assert.Single(source.Requests[0].Conditions.Rough).Text);
        Assert.Equal(["Where(p => p.Name == \"Ada\")"], query.Explain().OnClient);
        Assert.Contains(
            "prune:          name in [\"Ada\"], checked again on the client",
            query.Explain().ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ConditionThatIsNoData_StaysOnTheClient()
    {
        using CapableSource source = new(Profiles);
        var query = source.Query().Where(p => p.Name!.Length > 3 && p.Metadata["plan"] != null);

        await query.CountAsync();

        Assert.Empty(source.Counted);
        Assert.Equal(
            ["Where(p => p.Name.Length > 3): the test's source cannot filter on this, so every page is read"],
            query.Explain().OnClient
        );
        Assert.Single(source.Requests[0].Conditions.Exact);
    }

    [Fact]
    public async Task Tokens_HoldForTheirConditionsAndOrder()
    {
        using CapableSource source = new(Profiles);
        var pro = source.Query().Where(p => p.Metadata["plan"] == "pro").OrderBy(p => p.UpdatedAt);
        var free = source.Query().Where(p => p.Metadata["plan"] == "free").OrderBy(p => p.UpdatedAt);
        var first = await pro.ToPageAsync(4);

        var second = await pro.ToPageAsync(20, first.ResumeToken);

        Assert.Equal(
            Profiles.Where(p => p.Metadata["plan"] == "pro").OrderBy(p => p.UpdatedAt).Select(p => p.Id),
            first.Items.Concat(second.Items).Select(p => p.Id)
        );
        await Assert.ThrowsAsync<ArgumentException>(() => free.ToPageAsync(4, first.ResumeToken).AsTask());
    }

    [Fact]
    public Task AnyQuery_GivesWhatLinqGives() =>
        Trials.RunAsync(
            800,
            (number, engine, query) =>
            {
                var source = new CapableSource(
                    [
                        .. engine.Data.Profiles.Select(profile =>
                            ServedProfile.As(profile, ApiRevision.Current, whole: true)
                        ),
                    ],
                    profile => ServedProfile.As(profile, ApiRevision.Current, whole: false)
                )
                {
                    ServesJson = number % 2 == 0,
                    LargestPage = number % 3 == 0 ? 1_000 : 100,
                };
                return query.FailureAsync(engine, source.Query());
            }
        );
}
