namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>A null in a non-nullable result is that type's default.</summary>
public sealed class NullRuleInSelectorsTests
{
    private static readonly UserProfile[] Named =
    [
        new()
        {
            Id = "a",
            CreatedAt = TestProfiles.Start.AddMinutes(2),
            Name = "Bea",
        },
        new() { Id = "b", CreatedAt = TestProfiles.Start.AddMinutes(1) },
    ];

    [Fact]
    public async Task NonNullableResult_IsTheDefault()
    {
        await using var service = await TestService.StartAsync(Named);
        var query = service.Query();

        Assert.Equal([3, 0], await query.Select(p => p.Name!.Length).ToListAsync());
        Assert.Equal([true, false], await query.Select(p => p.Name!.Length > 2).ToListAsync());
        Assert.Equal(
            [false, false],
            await query.Select(p => p.Programs.Cyber!.Requirements!.HumanReview).ToListAsync()
        );
        Assert.Equal([default, default], await query.Select(p => p.Programs.Cyber!.Status).ToListAsync());
        Assert.Equal(
            [default, default],
            await query.Select(p => p.ExternalUserDetails.OnboardedAt!.Value).ToListAsync()
        );
    }

    [Fact]
    public async Task NullableResult_IsNull()
    {
        await using var service = await TestService.StartAsync(Named);
        var query = service.Query();

        Assert.Equal(
            ["BEA", null],
            (List<string?>)await query.Select(p => (string?)p.Name!.ToUpperInvariant()).ToListAsync()
        );
        Assert.Equal([3, null], await query.Select(p => (int?)p.Name!.Length).ToListAsync());
        Assert.All(await query.Select(p => p.Programs.Cyber!.Requirements).ToListAsync(), Assert.Null);
    }

    [Fact]
    public async Task MembersOfANewObject_AreDefaults()
    {
        await using var service = await TestService.StartAsync(Named);

        var items = await service.Query().Select(p => new { p.Name, p.Name!.Length }).ToListAsync();

        Assert.Equal([new { Name = (string?)"Bea", Length = 3 }, new { Name = (string?)null, Length = 0 }], items);
    }

    [Fact]
    public async Task WhereBehindSelect_SeesTheDefault()
    {
        await using var service = await TestService.StartAsync(Named);

        var items = await service
            .Query()
            .Select(p => new { p.Id, p.Name!.Length })
            .Where(x => x.Length < 3)
            .Select(x => x.Id)
            .ToListAsync();

        Assert.Equal(["b"], items);
    }

    [Fact]
    public async Task WhereBehindSelectOfTheValue_SeesTheDefault()
    {
        await using var service = await TestService.StartAsync(Named);

        Assert.Equal([0], await service.Query().Select(p => p.Name!.Length).Where(x => x == 0).ToListAsync());
        Assert.Equal(2, await service.Query().Select(p => p.Programs.Cyber!.Status).CountAsync(x => x == default));
    }
}
