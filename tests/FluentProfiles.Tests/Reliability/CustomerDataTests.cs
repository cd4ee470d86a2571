using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Reliability;

/// <summary>What belongs to a customer, in profiles and in conditions, shows in no message: it ends up in logs.</summary>
public sealed class CustomerDataTests
{
    private const string Secret = "Erika Mustermann";

    private readonly string captured = Secret;

    [Fact]
    public void CapturedValue_IsLeftOutOfARefusal()
    {
        var query = ProfileQuery.FromItems([]);

        AssertHidden<UnsupportedQueryException>(
            () => query.OrderBy(p => p.Name == captured).Explain(),
            "OrderBy(p => "
        );
        AssertHidden<UnsupportedQueryException>(
            () => query.OrderBy(p => p.Metadata[captured]).Explain(),
            "p.Metadata[?]"
        );
        AssertHidden<UnsupportedQueryException>(
            () => query.Select(p => p.Name + captured).OrderByDescending(name => name == captured).Explain(),
            "OrderByDescending(name => "
        );
    }

    [Fact]
    public async Task ValueOfATokensQuery_IsLeftOutOfTheRefusal()
    {
        var profiles = ProfileQuery.FromItems(TestProfiles.Many(9));
        var token = (await profiles.Where(p => p.Name != captured).ToPageAsync(2)).ResumeToken;

        var refusal = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await profiles.Where(p => p.Name != captured + "!").ToPageAsync(2, token)
        );

        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatComesTwice_IsLeftOutOfTheRefusal()
    {
        var profiles = ProfileQuery.FromItems([new() { Id = "a", Name = Secret }, new() { Id = "b", Name = Secret }]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await profiles.ToDictionaryAsync(p => p.Name!)
        );

        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"name\":\"Erika Mustermann\",\"id\":5")]
    [InlineData("\"id\":\"x\",\"name\":\"Erika Mustermann\",\"created_at\":\"Erika Mustermann\"")]
    [InlineData("\"id\":\"x\",\"name\":\"Erika Mustermann\",\"name\":\"Erika Mustermann\"")]
    [InlineData("\"id\":\"x\",\"metadata\":{\"Erika Mustermann\":12}")]
    [InlineData("\"id\":\"x\",\"external_user_details\":{\"reference_id\":[\"Erika Mustermann\"]}")]
    [InlineData("\"id\":\"Erika Mustermann\\ud800\"")]
    [InlineData("\"id\":\"x\",\"name\":\"Erika Mustermann")]
    public async Task ValueInABrokenProfile_IsLeftOutOfTheException(string members)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Json(200, "{\"data\":[{" + members + "}],\"next_page\":null}");

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.DoesNotContain(Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ShowsValuesUnlessTheyAreToBeLeftOut()
    {
        var since = new DateTimeOffset(2026, 3, 7, 0, 0, 0, TimeSpan.Zero);
        string[] names = [Secret];
        var query = ProfileQuery
            .FromItems([])
            .Where(p => p.Name != captured && !names.Contains(p.Name) && p.CreatedAt > since)
            .Where(p => p.Metadata[captured] == null || p.Metadata["literal"] == captured)
            .OrderBy(p => p.CreatedAt)
            .Take(9)
            .OrderBy(p => p.Metadata[captured])
            .Select(p => new { p.Id, Text = p.Name + captured });

        var (open, redacted) = (query.Explain(), query.Explain(redact: true));

        Assert.Contains(Secret, open.ToString(), StringComparison.Ordinal);
        Assert.Contains("2026-03-07", open.ToString(), StringComparison.Ordinal);
        var shown = $"{redacted} {string.Join(' ', redacted.OnClient)} {redacted.StopsWhen}";
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03-07", shown, StringComparison.Ordinal);
        Assert.Contains("p.Metadata[?]", shown, StringComparison.Ordinal);
    }

    private static void AssertHidden<TException>(Action act, string shown)
        where TException : Exception
    {
        var refusal = Assert.Throws<TException>(act);
        Assert.Contains(shown, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }
}
