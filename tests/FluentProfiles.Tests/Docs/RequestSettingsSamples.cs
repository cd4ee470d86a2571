using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

public sealed class RequestSettingsSamples
{
    [Fact]
    public async Task Query_HasSettingsOfItsOwn()
    {
        await using var service = await TestService.StartAsync(30);
        var (client, tenant) = (service.Client, "eu-7");

        #region settings-of-a-query
        var page = await client
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .TagWith("customer page")
            .WithMaxRetries(1)
            .WithAttemptTimeout(TimeSpan.FromSeconds(5))
            .WithRunTimeout(TimeSpan.FromSeconds(10))
            .WithHeader("X-Tenant", tenant)
            .ToPageAsync(20);
        #endregion

        Assert.Equal(10, page.Items.Count);
        Assert.Equal("eu-7", service.Emulator.Requests[0].Headers["x-tenant"]);
    }

    [Fact]
    public async Task Call_HasSettingsOfItsOwn()
    {
        await using var service = await TestService.StartAsync(3);
        var (client, id) = (service.Client, TestProfiles.IdOf(0));

        #region settings-of-a-call
        CallOptions interactive = new()
        {
            MaxRetries = 0,
            TotalTimeout = TimeSpan.FromSeconds(3),
            Tag = "profile page",
        };
        var profile = await client.GetAsync(id, interactive);
        #endregion

        Assert.Equal(id, profile.Id);
    }

    [Fact]
    public async Task Refusal_HasTheRawAnswer()
    {
        await using var service = await TestService.StartAsync(3);
        service.Emulator.FailFirst(
            1,
            EmulatorResponse.Error(503, "api_error", "No.").WithHeader("x-region", "eu").WithHeader("retry-after", "1")
        );
        var (client, id) = (service.Client, TestProfiles.IdOf(0));
        List<string> log = [];

        #region raw-answer
        try
        {
            await client.GetAsync(id, new() { Tag = "profile page" });
        }
        catch (ProfilesApiException refusal)
        {
            refusal.Headers.TryGetValue("x-region", out var region);
            log.Add($"{refusal.Tag}: {refusal.StatusCode} in {region}: {refusal.Body}");
        }
        #endregion

        Assert.StartsWith("profile page: ServiceUnavailable in eu: {", Assert.Single(log), StringComparison.Ordinal);
    }
}
