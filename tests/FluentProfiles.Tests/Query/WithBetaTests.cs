namespace FluentProfiles.Tests.Query;

public sealed class WithBetaTests
{
    [Theory]
    [InlineData("", "", null)]
    [InlineData("", "user-profiles-2026-03-24", "user-profiles-2026-03-24")]
    [InlineData("user-profiles-2026-08-18", "", "user-profiles-2026-08-18")]
    [InlineData("user-profiles-2026-08-18", "user-profiles-2026-03-24", "user-profiles-2026-03-24")]
    [InlineData("user-profiles-2026-08-18", "webhooks-2026-10-07", "user-profiles-2026-08-18,webhooks-2026-10-07")]
    [InlineData(
        "webhooks-2026-10-07 user-profiles-2026-08-18",
        "user-profiles-2026-09-04 webhooks-2026-10-07",
        "webhooks-2026-10-07,user-profiles-2026-09-04"
    )]
    [InlineData(
        "user-profiles-2026-08-18",
        "user-profiles-billing-2026-10-01",
        "user-profiles-2026-08-18,user-profiles-billing-2026-10-01"
    )]
    [InlineData("webhooks-2026-10-07", "webhooks-2026-10-07 webhooks-2026-10-07", "webhooks-2026-10-07")]
    public async Task BetasOfBothLevels_AreJoined(string ofClient, string ofQuery, string? header)
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(120),
            configureClient: options => options.Betas = [.. Betas(ofClient)]
        );
        var query = service.Query().WithBeta(Betas(ofQuery));

        Assert.Equal(120, await query.CountAsync());

        var sent = service.Emulator.Requests.Select(request => request.Headers.GetValueOrDefault("anthropic-beta"));
        Assert.Equal([header, header], sent);
        Assert.Equal(header?.Split(',') ?? [], query.Explain().Betas.Select(beta => beta.ToString()));
    }

    [Theory]
    [InlineData("user-profiles-2026-03-24", ApiRevision.V2026_03_24)]
    [InlineData("user-profiles-2026-08-18", ApiRevision.V2026_08_18)]
    [InlineData("user-profiles-2026-09-04", ApiRevision.V2026_09_04)]
    [InlineData("user-profiles-billing-2026-10-01", ApiRevision.Current)]
    [InlineData("user-profiles-2027-01-01", ApiRevision.Current)]
    public void Shape_IsThatOfTheBeta(string beta, ApiRevision revision) =>
        Assert.Equal(revision, ProfileQuery.FromItems([]).WithBeta(beta).Explain().Revision);

    [Fact]
    public async Task Shape_DecidesWhatIsServed()
    {
        await using var service = await TestService.StartAsync(2);

        var legacy = await service.Query().WithBeta(AnthropicBeta.UserProfiles2026_08_18).FirstAsync();

        Assert.Equal(default, legacy.EnforcementStatus);
        Assert.Null(legacy.ExternalUserDetails.Country);
        Assert.Equal(AccessType.Passthrough, legacy.AccessType);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a,b")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("é")]
    public void TextThatIsNoBeta_Throws(string? text)
    {
        Assert.Throws<ArgumentException>(() => ProfileQuery.FromItems([]).WithBeta(text));
        Assert.Throws<ArgumentException>(() => new ProfilesClient(new() { Betas = { text } }));
    }

    private static AnthropicBeta[] Betas(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (AnthropicBeta)name)];
}
