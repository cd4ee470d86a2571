using Deque.AxeCore.Playwright;
using FluentProfiles.Samples.Tests.FrontDoor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FluentProfiles.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Page_PassesAxe(ColorScheme scheme, int width)
    {
        await using var door = await OpenFrontDoor.StartAsync(new() { Count = 100 });
        await using var visit = await Visit.StartAsync(
            chromium.Browser,
            door.Url,
            new()
            {
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await visit.ArriveAsync("customer-42", "Ada");
        await Expect(visit[".who"]).ToBeVisibleAsync();
        await visit["summary"].ClickAsync();

        var result = await visit.Page.RunAxe();

        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}")));
    }
}
