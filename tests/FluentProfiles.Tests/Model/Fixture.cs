using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Model;

/// <summary>Reads answers kept in files, as a client gets them.</summary>
internal static class Fixture
{
    public static async Task<TestService> ServeAsync(string name)
    {
        var body = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));
        var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, body);
        return service;
    }

    /// <summary>The only profile of a page that a file holds, and the page's cursor.</summary>
    public static async Task<(UserProfile Profile, string? NextPage)> ReadAsync(string name)
    {
        await using var service = await ServeAsync(name);
        await using var pages = service.Query().AsPages().GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        return (Assert.Single(pages.Current.Items), pages.Current.NextPage);
    }

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What all files but the seed page's have in common.</summary>
    public static void AssertCommonFields(UserProfile profile, string id = "uprof_011CZkZCu8hGbp5mYRQgUmz9")
    {
        Assert.Equal(id, profile.Id);
        Assert.Equal("user_profile", profile.Type);
        Assert.Equal(Time("2026-05-01T12:34:56.789012Z"), profile.CreatedAt);
        Assert.Equal(Time("2026-06-02T01:02:03Z"), profile.UpdatedAt);
        Assert.Equal(
            [new("plan", "pro"), new("region", "eu"), new("seat", "12")],
            (IEnumerable<KeyValuePair<string, string>>)profile.Metadata
        );
    }

    public static void AssertDetails(ExternalUserDetails details, string accountStatus = "active")
    {
        Assert.Equal(accountStatus, details.AccountStatus.ToString());
        Assert.Equal("US", details.Country);
        Assert.Equal("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", details.EmailHash);
        Assert.Equal(EntityType.Business, details.EntityType);
        Assert.Null(details.NameHash);
        Assert.Equal(Time("2025-11-30T07:00:00Z"), details.OnboardedAt);
        Assert.Equal(TimeSpan.FromHours(1), details.OnboardedAt!.Value.Offset);
        Assert.Equal("user-000017", details.ReferenceId);
    }
}
