using System.Net;
using System.Text.RegularExpressions;
using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Web;

namespace FluentProfiles.Samples.Tests;

public sealed class GridTests : IAsyncLifetime
{
    private readonly HttpClient browser = new();
    private ProfileEmulator emulator = null!;
    private WebApplication site = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 1_000 });
        site = Site.Build(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"],
            options => (options.BaseUrl, options.ApiKey) = (emulator.BaseUrl, "any-key"),
            ProfilesClient.CreateHandler
        );
        await site.StartAsync();
        browser.BaseAddress = new Uri(site.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("country=DE")]
    [InlineData("country=%20de%20")]
    [InlineData("country=DE&status=")]
    public async Task Next_GoesThroughAllProfilesOfTheFilter(string query)
    {
        List<string> ids = [];
        for (var link = $"/?{query}"; link is not null; )
        {
            var html = await browser.GetStringAsync(link);
            ids.AddRange(Ids(html));
            link = Link(html, "next");
        }

        Assert.Equal(emulator.Profiles.Where(p => p.ExternalUserDetails.Country == "DE").Select(p => p.Id), ids);
        Assert.True(ids.Count > 40);
    }

    [Fact]
    public async Task SearchThatIsLong_GoesOnByItsLink()
    {
        foreach (var number in Enumerable.Range(0, 300))
            emulator.Add(
                new() { Id = $"uprof_more_{number}", CreatedAt = DateTimeOffset.UnixEpoch.AddMinutes(number) }
            );
        emulator.ClearRequests();

        var first = await browser.GetStringAsync("/?country=ZZ");
        Assert.Contains("No match so far", first, StringComparison.Ordinal);
        Assert.Equal(10, emulator.Requests.Count);
        var second = await browser.GetStringAsync(Link(first, "next"));

        Assert.Contains("No more profiles", second, StringComparison.Ordinal);
        Assert.Null(Link(second, "next"));
        Assert.Equal(13, emulator.Requests.Count);
    }

    [Fact]
    public async Task Filters_AreCombined()
    {
        var html = await browser.GetStringAsync("/?country=US&status=restricted");

        var expected = emulator.Profiles.Where(p =>
            p.ExternalUserDetails.Country == "US" && p.EnforcementStatus == EnforcementStatus.Restricted
        );
        Assert.Equal(expected.Select(p => p.Id).Take(Grid.Rows), Ids(html));
        Assert.Equal("/profiles.jsonl?country=US&status=restricted", Link(html, "alternate"));
    }

    [Fact]
    public async Task Previous_GoesBackToTheSamePages()
    {
        var first = await browser.GetStringAsync("/?status=restricted");
        var second = await browser.GetStringAsync(Link(first, "next"));
        var third = await browser.GetStringAsync(Link(second, "next"));

        var backOnSecond = await browser.GetStringAsync(Link(third, "prev"));
        var backOnFirst = await browser.GetStringAsync(Link(backOnSecond, "prev"));

        Assert.Equal([Ids(second), Ids(first)], [Ids(backOnSecond), Ids(backOnFirst)]);
        Assert.Equal((null, null), (Link(first, "prev"), Link(backOnFirst, "prev")));
        Assert.Equal(Ids(first), Ids(await browser.GetStringAsync(Link(third, "first"))));
    }

    [Fact]
    public async Task LongWalk_KeepsTheAddressShort()
    {
        List<string[]> pages = [];
        string? html = null;
        for (var link = "/"; pages.Count < 40; link = Link(html, "next")!)
        {
            Assert.InRange(link.Length, 1, 4_000);
            html = await browser.GetStringAsync(link);
            pages.Add(Ids(html));
        }

        for (var page = 38; Link(html!, "prev") is { } link; page--)
        {
            html = await browser.GetStringAsync(link);
            Assert.Equal(pages[page], Ids(html));
        }
        Assert.Equal(pages[19], Ids(html!));
        Assert.Equal("/", Link(html!, "first"));
    }

    [Theory]
    [InlineData("/?country=XX", "No customer matches this filter.")]
    [InlineData("/?country=%22%3E%3Cb%3E", "No customer matches this filter.")]
    public async Task NoMatch_IsAnEmptyState(string link, string words)
    {
        var html = await browser.GetStringAsync(link);

        Assert.Contains(words, html);
        Assert.DoesNotContain("<table", html);
        Assert.DoesNotContain("<b>", html);
    }

    [Fact]
    public async Task NoProfiles_IsAnEmptyState()
    {
        foreach (var profile in emulator.Profiles)
            emulator.Remove(profile.Id);

        Assert.Contains("There are no customers to show.", await browser.GetStringAsync("/"));
    }

    [Theory]
    [InlineData(
        "/?status=restrcted",
        "“restrcted” is not a status. Use one of: unrestricted, pending, restricted, banned."
    )]
    [InlineData("/?status=Banned", "“Banned” is not a status.")]
    [InlineData("/?status=<b>", "“<b>” is not a status.")]
    [InlineData("/?token=damaged", "The link belongs to another filter, or it is damaged.")]
    public async Task WrongAddress_IsRefusedInWords(string link, string words)
    {
        var answer = await browser.GetAsync(link);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(html));
        Assert.DoesNotContain("<b>", html);
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task LinkOfAnotherFilter_IsRefused()
    {
        var link = Link(await browser.GetStringAsync("/?country=DE"), "next")!;

        var answer = await browser.GetAsync(link.Replace("country=DE", "country=US"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task FailureOfTheService_IsShown()
    {
        emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Not with this key");

        var answer = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("Not with this key", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</td></table><form action=//elsewhere.example>")]
    [InlineData("<!-- &lt;b&gt; ${7*7} @(7*7) {{7*7}}")]
    public async Task ForeignText_IsEncoded(string text)
    {
        emulator.Add(
            new()
            {
                Name = text,
                EnforcementStatus = new(text),
                ExternalUserDetails = new() { Country = text },
                CreatedAt = DateTimeOffset.UtcNow.AddYears(1),
            }
        );

        var answer = await browser.GetAsync("/");
        var html = await answer.Content.ReadAsStringAsync();

        var row = Regex.Match(html, "<tbody>.*?</tr>", RegexOptions.Singleline).Value;
        Assert.Equal(4, Regex.Count(WebUtility.HtmlDecode(row), Regex.Escape(text)));
        Assert.Equal(["tbody", "tr", "td", "td", "span", "td", "td", "time", "td", "code"], Tags(row));
        Assert.DoesNotContain(text, row);
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Page_SaysWhoMaySeeItAndHasAStyleOfItsOwn()
    {
        var html = await browser.GetStringAsync("/");
        var style = await browser.GetAsync("/site.css");

        Assert.Contains("everyone who can reach this address can see these customers", html);
        Assert.Equal("text/css", style.Content.Headers.ContentType?.MediaType);
        Assert.Contains("prefers-color-scheme: dark", await style.Content.ReadAsStringAsync());
    }

    private static string[] Ids(string html) =>
        [.. Regex.Matches(html, "<code>(uprof_[^<]*)").Select(cell => cell.Groups[1].Value)];

    private static string[] Tags(string html) =>
        [.. Regex.Matches(html, "<([a-z]+)").Select(tag => tag.Groups[1].Value)];

    private static string? Link(string html, string relation) =>
        Regex.Match(html, $"rel=\"{relation}\" href=\"([^\"]*)\"") is { Success: true } link
            ? WebUtility.HtmlDecode(link.Groups[1].Value)
            : null;
}
