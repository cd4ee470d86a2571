namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>A plan evaluates code over captured items only where the source can be asked for what it gives, and once.</summary>
public sealed class QuantifierCostTests
{
    private int evaluations;

    [Fact]
    public async Task PartThatNoSourceIsAskedFor_IsEvaluatedForOneItemAtMost()
    {
        await using var service = await TestService.StartAsync(20);
        Row[] rows = [.. TestProfiles.Many(20).Select(p => new Row(this, p.Name ?? "none"))];

        _ = service.Query().Where(p => rows.Any(r => r.Value == p.Name)).Explain().ToString();
        _ = service.Query().Where(p => !rows.All(r => r.Value != p.Name)).Explain().ToString();

        Assert.InRange(evaluations, 0, 2);
    }

    [Fact]
    public async Task Ids_AreEvaluatedOnceARun()
    {
        await using var service = await TestService.StartAsync(20);
        Row[] rows = [new(this, "uprof_000003"), new(this, "uprof_000007")];

        // A sort that may be needless is planned twice, and a page of a given size once more.
        Assert.Equal(2, await Named().CountAsync());
        Assert.Equal(2, evaluations);
        Assert.Equal(2, (await Named().ToPageAsync(5)).Items.Count);
        Assert.Equal(4, evaluations);
        Assert.Equal(
            2,
            await service
                .Query()
                .Select(p => new { p.Id, p.UpdatedAt })
                .Where(x => rows.Any(r => r.Value == x.Id))
                .OrderBy(x => x.UpdatedAt)
                .CountAsync()
        );
        Assert.Equal(6, evaluations);

        ProfileQuery<UserProfile> Named() =>
            service.Query().Where(p => rows.Any(r => r.Value == p.Id)).OrderBy(p => p.UpdatedAt);
    }

    [Fact]
    public async Task ConditionWithMoreThanTheId_IsEvaluatedOnceARun()
    {
        await using var service = await TestService.StartAsync(20);
        Row[] rows = [new(this, "uprof_000003"), new(this, "uprof_000007")];

        Assert.Equal(
            1,
            await service
                .Query()
                .Where(p => rows.Any(r => p.Id == r.Value && p.Name != "B0007"))
                .OrderBy(p => p.UpdatedAt)
                .CountAsync()
        );
        // Once each by the plan; the run's condition evaluates what it needs of its two profiles.
        Assert.InRange(evaluations, 2, 2 + 3);
    }

    private sealed class Row(QuantifierCostTests owner, string value)
    {
        public string Value
        {
            get
            {
                owner.evaluations++;
                return value;
            }
        }
    }
}
