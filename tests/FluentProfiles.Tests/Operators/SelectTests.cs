namespace FluentProfiles.Tests.Operators;

public sealed class SelectTests
{
    private sealed record Row(string Id, string? Plan);

    private sealed class Card
    {
        public string Title { get; set; } = "";

        public DateTimeOffset Since { get; set; }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task Anything_IsMadeOfEachProfile(int count)
    {
        await using var service = await TestService.StartAsync(count);

        var rows = await service.Query().Select(p => new Row(p.Id, p.Metadata["plan"])).ToListAsync();

        Assert.Equal(TestProfiles.Listed(count).Select(p => new Row(p.Id, p.Metadata["plan"])), rows);
    }

    [Fact]
    public async Task EveryFormOfNewObject_IsFilled()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query();
        var prefix = "no. ";

        var card = await query.Select(p => new Card { Title = prefix + p.Id, Since = p.CreatedAt }).FirstAsync();
        var pair = await query.Select(p => new KeyValuePair<string, string?>(p.Id, p.Name)).FirstAsync();
        var list = await query.Select(p => new List<string> { p.Id, "x" }).FirstAsync();
        var texts = await query.Select(p => new[] { p.Id, p.Name }).FirstAsync();
        var status = await query.Select(p => p.EnforcementStatus).FirstAsync();

        Assert.Equal(("no. uprof_000002", TestProfiles.One(2).CreatedAt), (card.Title, card.Since));
        Assert.Equal(new("uprof_000002", "a0002"), pair);
        Assert.Equal(["uprof_000002", "x"], list);
        Assert.Equal<string?[]>(["uprof_000002", "a0002"], texts);
        Assert.Equal(EnforcementStatus.Pending, status);
    }

    [Fact]
    public async Task Several_AreAppliedInOrder()
    {
        await using var service = await TestService.StartAsync(3);

        var lengths = await service
            .Query()
            .Select(p => new { p.Name, p.Id })
            .Select(x => x.Name ?? x.Id)
            .Select(text => text.Length)
            .ToListAsync();

        Assert.Equal([5, 5, 12], lengths);
    }

    [Fact]
    public async Task WholePartsOfTheProfile_KeepAllBelow()
    {
        await using var service = await TestService.StartAsync(2);

        var details = await service.Query().Select(p => p.ExternalUserDetails).FirstAsync();
        var map = await service.Query().Select(p => p.Metadata).FirstAsync();
        var profile = await service.Query().Select(p => new { Whole = p }).FirstAsync();

        Assert.Equal(("DE", "user-1"), (details.Country, details.ReferenceId));
        Assert.Equal("free", map["plan"]);
        Assert.Equal("user-1", profile.Whole.ExternalUserDetails.ReferenceId);
    }

    [Fact]
    public void Explain_NamesTheFieldsRead()
    {
        var query = ProfileQuery.FromItems([]);

        Assert.Equal(["id"], query.Select(p => p.Id).Explain().Fields);
        Assert.Equal(
            ["external_user_details.country", "metadata", "name"],
            query
                .Where(p => p.Metadata["a"] == "b")
                .Select(p => new { p.Name, p.ExternalUserDetails.Country })
                .Explain()
                .Fields.Order()
        );
        Assert.Equal(16, query.Explain().Fields.Count);
        Assert.Equal(16, query.WhereOnClient(p => true).Select(p => p.Id).Explain().Fields.Count);
    }

    [Fact]
    public void Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).Select<string>(null!));
}
