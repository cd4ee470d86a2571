namespace FluentProfiles.Tests.Running.Resuming;

/// <summary>A listing that changes between a run and the one that goes on with it: who was there all along comes once.</summary>
public sealed class ResumedListingTests
{
    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Queries =
        new()
        {
            ["newest first"] = query => query,
            ["oldest first"] = query => query.OrderBy(),
            ["by name"] = query => query.OrderBy(p => p.Name),
            ["filtered"] = query => query.Where(p => p.Metadata["plan"] != "free"),
            ["of a status"] = query =>
                query.Where(p => p.EnforcementStatus != "banned" && p.EnforcementStatus == "pending"),
            ["looked up"] = query => query.Where(p => LookedUp.Contains(p.Id)),
            ["looked up, by name"] = query => query.Where(p => LookedUp.Contains(p.Id)).OrderBy(p => p.Name),
            ["two-ended"] = query => query.WithTwoEndedScan(),
            ["with details"] = query => query.WithDetails(),
        };

    private static readonly string[] LookedUp = TestProfiles.Ids(Enumerable.Range(10, 25));

    public static TheoryData<string, int> Stops
    {
        get
        {
            TheoryData<string, int> stops = [];
            foreach (var name in Queries.Keys)
            {
                foreach (var items in new[] { 1, 4, 9, 10, 13 })
                    stops.Add(name, items);
            }
            return stops;
        }
    }

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task LastDeliveredAndOthersDeleted_LosesAndDoublesNone(string name, int items)
    {
        // Five at a time were created at one instant.
        await using var service = await TestService.StartAsync([
            .. TestProfiles
                .Many(60)
                .Select((profile, number) => At(profile, TestProfiles.Start.AddMinutes(number / 5))),
        ]);
        var query = Queries[name](service.Query().WithPageSize(10));
        var expected = await query.Select(p => p.Id).ToListAsync();
        var first = await query.ToPageAsync(items);
        Assert.Equal(expected.Take(items), first.Items.Select(p => p.Id));

        string[] gone = [first.Items[^1].Id, first.Items[0].Id, expected[items + 1]];
        foreach (var id in gone)
            service.Emulator.Remove(id);
        // More than a page, in front of all and among them.
        foreach (var number in Enumerable.Range(0, 40))
            service.Emulator.Add(At(TestProfiles.One(100 + number), TestProfiles.Start.AddMinutes(6 + number * 2)));
        var rest = await query.ResumeFrom(first.ResumeToken).Select(p => p.Id).ToListAsync();

        var known = TestProfiles.Newest(60, 60).ToHashSet();
        Assert.Equal(expected.Skip(items).Except(gone), rest.Where(known.Contains));
        Assert.Equal(rest.Count, rest.Distinct().Count());
    }

    [Fact]
    public async Task PageBehindSeveralPagesOfNewOnes_IsFullAllTheSame()
    {
        await using var service = await TestService.StartAsync(30);
        var first = await service.Query().ToPageAsync(5);
        foreach (var number in Enumerable.Range(0, 40))
            service.Emulator.Add(TestProfiles.One(100 + number));

        var second = await service.Query().ToPageAsync(5, first.ResumeToken);
        var third = await service.Query().ToPageAsync(5, second.ResumeToken);

        Assert.Equal(
            TestProfiles.Newest(30, 15).Skip(5),
            [.. second.Items.Select(p => p.Id), .. third.Items.Select(p => p.Id)]
        );
    }

    private static UserProfile At(UserProfile profile, DateTimeOffset time) =>
        new()
        {
            Id = profile.Id,
            Name = profile.Name,
            CreatedAt = time,
            Metadata = profile.Metadata,
            EnforcementStatus = profile.EnforcementStatus,
        };
}
