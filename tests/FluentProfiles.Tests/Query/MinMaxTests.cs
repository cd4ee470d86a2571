namespace FluentProfiles.Tests.Query;

public sealed class MinMaxTests
{
    private int calls;

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task OfAField_IsThatOfEverything(int count)
    {
        await using var service = await TestService.StartAsync(count);
        var query = service.Query();
        var all = TestProfiles.Listed(count);

        Assert.Equal(all.Min(p => p.UpdatedAt), await query.MinAsync(p => p.UpdatedAt));
        Assert.Equal(all.Max(p => p.UpdatedAt), await query.MaxAsync(p => p.UpdatedAt));
        Assert.Equal(all.Min(p => p.CreatedAt), await query.MinAsync(p => p.CreatedAt));
        Assert.Equal(all.Max(p => p.CreatedAt), await query.Select(p => p.CreatedAt).MaxAsync());
        Assert.Equal(all.Min(p => p.Name), await query.MinAsync(p => p.Name));
        Assert.Equal(all.Max(p => p.Name), await query.Select(p => p.Name).MaxAsync());
        Assert.Equal(all.MinBy(p => p.UpdatedAt)!.Id, (await query.MinByAsync(p => p.UpdatedAt))!.Id);
        Assert.Equal(all.MaxBy(p => p.UpdatedAt)!.Id, (await query.MaxByAsync(p => p.UpdatedAt))!.Id);
        Assert.Equal(TestProfiles.IdOf(0), (await query.MinByAsync(p => p.CreatedAt))!.Id);
        Assert.Equal(TestProfiles.IdOf(count - 1), (await query.MaxByAsync(p => p.CreatedAt))!.Id);
    }

    [Fact]
    public async Task Comparer_DecidesTheOrder()
    {
        await using var service = await TestService.StartAsync(20);
        var names = service.Query().Where(p => p.Name != null).Select(p => p.Name!);

        Assert.Equal("B0001", await names.MinAsync(StringComparer.Ordinal));
        Assert.Equal("a0002", await names.MinAsync(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("a0018", await names.MaxAsync(StringComparer.Ordinal));
        Assert.Equal("B0019", await names.MaxAsync(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("B0001", await names.MinByAsync(name => name, StringComparer.Ordinal));
        Assert.Equal("B0019", await names.MaxByAsync(name => name, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task NullKeys_FollowTheNullRule()
    {
        await using var service = await TestService.StartAsync(6);
        var query = service.Query();

        Assert.Equal(0, await query.MinAsync(p => p.Name!.Length));
        Assert.Equal(TestProfiles.IdOf(5), (await query.MinByAsync(p => p.Name!.Length))!.Id);
        Assert.Equal(TestProfiles.IdOf(4), (await query.MaxByAsync(p => p.Name!.Length))!.Id);
    }

    [Fact]
    public async Task None_ThrowsOrGivesNull()
    {
        await using var service = await TestService.StartAsync(0);
        var query = service.Query();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.MinAsync(p => p.CreatedAt));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.MaxAsync(p => p.CreatedAt));
        Assert.Null(await query.MinAsync(p => p.Name));
        Assert.Null(await query.MaxAsync(p => p.Name));
        Assert.Null(await query.MinByAsync(p => p.Name));
        Assert.Null(await query.MaxByAsync(p => p.Name));
    }

    [Fact]
    public async Task KeyOfBy_IsTakenAtTheMoment()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestProfiles.Start.AddMinutes(4));
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(9),
            configureClient: options => options.TimeProvider = clock
        );

        var nearest = await service
            .Query()
            .MinByAsync(p => (p.CreatedAt - DateTimeOffset.UtcNow).Duration() + Counted(TimeSpan.Zero));

        Assert.Equal(TestProfiles.IdOf(4), nearest!.Id);
        Assert.Equal(1, calls);
    }

    private TimeSpan Counted(TimeSpan span)
    {
        calls++;
        return span;
    }
}
