using Deque.AxeCore.Playwright;
using FluentProfiles.Samples.Tests.FrontDoor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FluentProfiles.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Page_HasNoViolationOfAxe()
    {
        await using var door = await OpenFrontDoor.StartAsync(new() { Count = 100 });
        await using var visit = await Visit.StartAsync(
            chromium.Browser,
            door.Url,
            new() { ReducedMotion = ReducedMotion.Reduce }
        );
        await visit.ArriveAsync("customer-42", "Ada");
        await Expect(visit[".who"]).ToBeVisibleAsync();
        await Expect(visit["#feed li"]).ToHaveCountAsync(1);
        await visit["summary"].ClickAsync();

        Assert.Empty(await ViolationsAsync(visit, ColorScheme.Light, 1280));
        Assert.Empty(await ViolationsAsync(visit, ColorScheme.Dark, 1280));
        Assert.Empty(await ViolationsAsync(visit, ColorScheme.Dark, 390));
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(Visit visit, ColorScheme scheme, int width)
    {
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await visit.Page.SetViewportSizeAsync(width, 900);
        var result = await visit.Page.RunAxe();
        return result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}"));
    }
}
