using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Running.Resuming;

public sealed class ResumedMomentTests
{
    private readonly FakeTimeProvider clock = new(TestProfiles.Start.AddMinutes(50));

    [Fact]
    public async Task UtcNow_IsWhatItWasInTheFirstRun()
    {
        await using var service = await StartAsync();
        var query = service.Query().Where(p => p.CreatedAt > DateTimeOffset.UtcNow.AddMinutes(-30)).Select(p => p.Id);
        var expected = await query.ToListAsync();

        var first = await query.ToPageAsync(30);
        clock.Advance(TimeSpan.FromMinutes(25));
        var second = await query.ToPageAsync(20, first.ResumeToken);
        clock.Advance(TimeSpan.FromMinutes(25));
        var rest = await query.ResumeFrom(second.ResumeToken).ToListAsync();

        Assert.Equal(79, expected.Count);
        Assert.Equal(expected, [.. first.Items, .. second.Items, .. rest]);
    }

    [Fact]
    public async Task LocalTime_IsWhatItWasInTheFirstRun()
    {
        await using var service = await StartAsync();
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test"));
        var query = service.Query().Where(p => p.CreatedAt < DateTimeOffset.Now).Select(p => p.Id);

        var first = await query.ToPageAsync(5);
        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(TestProfiles.Newest(50, 50).Skip(5), await query.ResumeFrom(first.ResumeToken).ToListAsync());
    }

    [Fact]
    public async Task VariableComputedAnew_IsAnotherQuery()
    {
        await using var service = await StartAsync();
        var since = clock.GetUtcNow().AddMinutes(-30);
        var query = service.Query().Where(p => p.CreatedAt > since);
        var token = (await query.ToPageAsync(5)).ResumeToken;

        since = since.AddSeconds(1);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await query.ResumeFrom(token).ToListAsync()
        );
        Assert.Contains("a value in a condition", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConditionWithoutAClock_KeepsNoMoment()
    {
        await using var service = await StartAsync();
        var withClock = service.Query().Where(p => p.UpdatedAt > DateTimeOffset.UtcNow.AddYears(-5));
        var without = service.Query().Where(p => p.UpdatedAt > DateTimeOffset.MinValue);

        var longer = (await withClock.ToPageAsync(5)).ResumeToken!.Length;

        Assert.True((await without.ToPageAsync(5)).ResumeToken!.Length < longer);
    }

    [Fact]
    public async Task FailureOfAGatheringTerminal_KeepsTheMoment()
    {
        await using var service = await StartAsync();
        var query = service.Query().Where(p => p.CreatedAt > DateTimeOffset.UtcNow.AddMinutes(-30));
        service.Emulator.AnswerWith();
        var failure = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () => await query.CountAsync());
        service.Emulator.Intercept = null;
        clock.Advance(TimeSpan.FromMinutes(60));

        Assert.Equal(79, await query.ResumeFrom(failure.ResumeToken).CountAsync());
        Assert.Equal(19, await query.CountAsync());
    }

    private Task<TestService> StartAsync() =>
        TestService.StartAsync(TestProfiles.Many(100), configureClient: options => options.TimeProvider = clock);
}
