using System.Linq.Expressions;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Planning;

public sealed class MomentTests
{
    private int evaluations;

    private string Wanted { get; set; } = "plan";

    [Fact]
    public async Task CapturedCall_IsEvaluatedOncePerEnumeration()
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query().Where(p => p.Metadata[Counted("plan")] == "pro");

        Assert.Equal(0, evaluations);
        await query.ToListAsync();
        Assert.Equal(1, evaluations);
        await query.CountAsync();
        Assert.Equal(2, evaluations);
    }

    [Fact]
    public async Task CapturedVariables_AreReadAnewByEachEnumeration()
    {
        await using var service = await TestService.StartAsync(20);
        var plan = "pro";
        var query = service.Query().Where(p => p.Metadata[Wanted] == plan).Select(p => p.Id);

        Assert.Equal(TestProfiles.IdsWhere(20, p => p.Metadata["plan"] == "pro"), await query.ToListAsync());
        plan = "free";
        Assert.Equal(TestProfiles.IdsWhere(20, p => p.Metadata["plan"] == "free"), await query.ToListAsync());
        Wanted = "nothing";
        Assert.Empty(await query.ToListAsync());
    }

    [Fact]
    public async Task VariableChangedWithinAnEnumeration_HasNoEffectOnIt()
    {
        await using var service = await TestService.StartAsync(250);
        var plan = "pro";
        List<string> ids = [];

        await foreach (var profile in service.Query().Where(p => p.Metadata["plan"] == plan))
        {
            plan = "free";
            ids.Add(profile.Id);
        }

        Assert.Equal(TestProfiles.IdsWhere(250, p => p.Metadata["plan"] == "pro"), ids);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a0002")]
    public async Task ShortCircuit_IsKept(string? name)
    {
        await using var service = await TestService.StartAsync(10);
        var wanted = name is null ? null : new UserProfile { Name = name };

        var ids = await service
            .Query()
            .Where(p => wanted == null || p.Name == Counted(wanted.Name))
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(name is null ? TestProfiles.Newest(10, 10) : [TestProfiles.IdOf(2)], ids);
        Assert.Equal(name is null ? 0 : 1, evaluations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conditional_RunsTheChosenBranchOnly(bool counted)
    {
        await using var service = await TestService.StartAsync(10);

        var found = await service
            .Query()
            .Where(p => counted ? p.Name == Counted("a0002") : p.Name == "a0004")
            .Select(p => p.Id)
            .SingleAsync();

        Assert.Equal(TestProfiles.IdOf(counted ? 2 : 4), found);
        Assert.Equal(counted ? 1 : 0, evaluations);
    }

    [Fact]
    public async Task Now_ComesFromTheClientsClock()
    {
        var clock = new FakeTimeProvider(TestProfiles.Start.AddHours(1));
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(100),
            configureClient: options => options.TimeProvider = clock
        );
        var query = service.Query().Where(p => p.CreatedAt > DateTimeOffset.UtcNow.AddMinutes(-1)).Select(p => p.Id);

        Assert.Equal(40 - 1 + 1, await query.CountAsync());
        clock.Advance(TimeSpan.FromMinutes(38));
        Assert.Equal(TestProfiles.Ids([99, 98]), await query.ToListAsync());
    }

    [Fact]
    public async Task NowWithoutOffset_IsTheMomentInWhateverZoneTheClockIs()
    {
        var clock = new FakeTimeProvider(TestProfiles.Start.AddHours(1));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(13), "far", "far"));
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(100),
            configureClient: options => options.TimeProvider = clock
        );

        Assert.Equal(40, await service.Query().CountAsync(p => p.CreatedAt > DateTime.Now.AddMinutes(-1)));
        Assert.Equal(40, await service.Query().CountAsync(p => p.CreatedAt > DateTimeOffset.Now.AddMinutes(-1)));
    }

    [Fact]
    public async Task NowInANestedLambdaOrSelector_ComesFromTheClientsClock()
    {
        var now = TestProfiles.Start.AddYears(50);
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(2),
            configureClient: options => options.TimeProvider = new FakeTimeProvider(now)
        );

        Assert.Equal([now, now], await service.Query().Select(_ => DateTimeOffset.UtcNow).ToListAsync());
    }

    [Fact]
    public async Task UtcNowInAFilledObject_ComesFromTheClientsClock()
    {
        var clock = new FakeTimeProvider(TestProfiles.Start.AddMinutes(7));
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(20),
            configureClient: options => options.TimeProvider = clock
        );
        Expression<Func<UserProfile, bool>>[] conditions =
        [
            p => new List<DateTimeOffset> { DateTimeOffset.UtcNow }.Contains(p.CreatedAt),
            p => new HashSet<DateTimeOffset> { default, DateTimeOffset.UtcNow.AddHours(0) }.Contains(p.CreatedAt),
            p => new Moment { At = DateTimeOffset.UtcNow }.At == p.CreatedAt,
            p => new Moment { Times = { DateTimeOffset.UtcNow } }.Times[0] == p.CreatedAt,
        ];

        foreach (var condition in conditions)
            Assert.Equal(TestProfiles.Ids([7]), await service.Query().Where(condition).Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task RightSideOfAKnownValue_IsNotEvaluated()
    {
        await using var service = await TestService.StartAsync(10);
        int? number = 5;

        Assert.Equal(
            Enumerable.Repeat("plan", 10),
            await service.Query().Select(p => Wanted ?? (p.Name + Counted("x"))).ToListAsync()
        );
        Assert.Equal(10, await service.Query().CountAsync(p => (number ?? (Counted(1L) + p.Id.Length)) == 5));
        Assert.Equal(10, await service.Query().CountAsync(p => (number ?? Counted(Counted(1) + p.Id.Length)) == 5));
        Assert.Equal(0, evaluations);
    }

    [Fact]
    public async Task LeftSideThatThrows_IsThrownForTheFirstProfile()
    {
        await using var service = await TestService.StartAsync(10);

        await Assert.ThrowsAsync<TimeoutException>(async () =>
            await service.Query().Select(p => Thrown() ?? Counted(Wanted) + p.Name).ToListAsync()
        );
        Assert.Equal(0, evaluations);
    }

    private static string? Thrown() => throw new TimeoutException();

    private sealed class Moment
    {
        public DateTimeOffset At { get; init; }

        public List<DateTimeOffset> Times { get; } = [];
    }

    private T Counted<T>(T value)
    {
        evaluations++;
        return value;
    }
}
