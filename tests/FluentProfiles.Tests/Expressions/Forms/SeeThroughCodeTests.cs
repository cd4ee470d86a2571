using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Forms;

/// <summary>A filter sees through a new object only where the compiler wrote what lies between: what a setter, getter or
/// constructor makes of a value counts.</summary>
public sealed class SeeThroughCodeTests
{
    [Fact]
    public async Task SetterThatChanges_IsRun() =>
        Assert.Equal(
            ["A0004"],
            await NamesAsync(query =>
                query.Select(p => new Shouting { Name = p.Name }).Where(x => x.Name == "A0004").Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task GetterThatChanges_IsRun() =>
        Assert.Equal(
            ["a0004!"],
            await NamesAsync(query =>
                query.Select(p => new Exclaiming { Name = p.Name }).Where(x => x.Name == "a0004!").Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task InitAccessorThatChanges_IsRun() =>
        Assert.Equal(
            ["a0004?"],
            await NamesAsync(query =>
                query.Select(p => new Asking { Name = p.Name }).Where(x => x.Name == "a0004?").Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task OverriddenProperty_IsRun() =>
        Assert.Equal(
            ["A0004"],
            await NamesAsync(query =>
                query.Select(p => new Loud { Name = p.Name }).Where(x => x.Name == "A0004").Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task HiddenProperty_IsItself() =>
        Assert.Equal(
            ["hidden"],
            await NamesAsync(query =>
                query
                    .Select(p => new Hiding { Name = p.Name })
                    .Where(x => ((Plain)x).Name == null && x.Name == "a0004")
                    .Select(x => "hidden")
            )
        );

    [Fact]
    public async Task RecordWithABody_IsRun() =>
        Assert.Equal(
            ["A0004"],
            await NamesAsync(query =>
                query.Select(p => new Normalised(p.Name)).Where(x => x.Name == "A0004").Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task HandBuiltRecordWithMembers_IsRun()
    {
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        var selector = Expression.Lambda<Func<UserProfile, Normalised>>(
            Expression.New(
                typeof(Normalised).GetConstructor([typeof(string)])!,
                [Expression.Property(profile, nameof(UserProfile.Name))],
                [typeof(Normalised).GetProperty(nameof(Normalised.Name))!]
            ),
            profile
        );

        Assert.Equal(
            ["A0004"],
            await NamesAsync(query => query.Select(selector).Where(x => x.Name == "A0004").Select(x => x.Name!))
        );
    }

    [Fact]
    public async Task ObjectWithinALaterFilter_IsRun() =>
        Assert.Equal(
            ["a0004"],
            await NamesAsync(query =>
                query
                    .Select(p => new { p.Name })
                    .Where(x => new Shouting { Name = x.Name }.Name == "A0004")
                    .Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task PropertyThatCombinesOthers_IsRun() =>
        Assert.Equal(
            ["a0004"],
            await NamesAsync(query =>
                query.Select(p => new Plain { Name = p.Name }).Where(x => x.Twice == "a0004a0004").Select(x => x.Name!)
            )
        );

    [Fact]
    public async Task PlainProperties_AreSeenThrough()
    {
        await using var service = await TestService.StartAsync(40);
        var query = service.Query();

        await query.Select(p => new Plain { Status = p.EnforcementStatus }).CountAsync(x => x.Status == "banned");
        await query.Select(p => new Initialised { Status = p.EnforcementStatus }).CountAsync(x => x.Status == "banned");
        await query.Select(p => new Fields { Status = p.EnforcementStatus }).CountAsync(x => x.Status == "banned");
        await query.Select(p => new { Status = p.EnforcementStatus }).CountAsync(x => x.Status == "banned");

        Assert.Equal(
            Enumerable.Repeat("GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned", 4),
            service.Requests
        );
    }

    private static async Task<List<string>> NamesAsync(Func<ProfileQuery<UserProfile>, ProfileQuery<string>> select)
    {
        await using var service = await TestService.StartAsync(40);
        return await select(service.Query()).ToListAsync();
    }

    private class Plain
    {
        public string? Name { get; set; }

        public EnforcementStatus Status { get; set; }

        public string Twice => Name + Name;
    }

    private sealed class Hiding : Plain
    {
        public new string? Name { get; set; }
    }

    private sealed class Initialised
    {
        public required EnforcementStatus Status { get; init; }
    }

    private sealed class Fields
    {
        public EnforcementStatus Status;
    }

    private sealed class Shouting
    {
        public string? Name
        {
            get;
            set => field = value?.ToUpperInvariant();
        }
    }

    private sealed class Exclaiming
    {
        public string? Name
        {
            get => field + "!";
            set;
        }
    }

    private sealed class Asking
    {
        public string? Name
        {
            get;
            init => field = value + "?";
        }
    }

    private class Quiet
    {
        public virtual string? Name { get; set; }
    }

    private sealed class Loud : Quiet
    {
        public override string? Name
        {
            get => base.Name?.ToUpperInvariant();
            set => base.Name = value;
        }
    }

    private sealed record Normalised(string? Name)
    {
        public string? Name { get; init; } = Name?.ToUpperInvariant();
    }
}
