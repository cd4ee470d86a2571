using System.Text.RegularExpressions;
using FluentProfiles.Samples.Tests.FrontDoor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FluentProfiles.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class FrontDoorPageTests(Chromium chromium, FilledDoor filled) : IClassFixture<FilledDoor>
{
    private readonly OpenFrontDoor door = filled.Door;

    [BrowserFact]
    public async Task Customer_IsMadeOnceAndThenFound()
    {
        await using var visit = await VisitAsync();

        await visit.ArriveAsync("customer-42", "Ada Lovelace");
        await Expect(visit[".outcome"]).ToHaveTextAsync(new Regex("^Made in [0-9.]+ ms$"));
        await Expect(visit["#customer h3"]).ToHaveTextAsync("Ada Lovelace");
        var made = await visit[".header b"].InnerTextAsync();
        await visit.ArriveAsync("customer-42");
        await Expect(visit[".outcome"]).ToHaveTextAsync(new Regex("^Found in [0-9.]+ ms$"));

        Assert.Equal(made, await visit[".header b"].InnerTextAsync());
        Assert.Single(door.Emulator.Profiles, p => p.ExternalUserDetails.ReferenceId == "customer-42" && p.Id == made);
    }

    [BrowserFact]
    public async Task RequestToTheModel_NamesTheCustomer()
    {
        await using var visit = await VisitAsync();
        await visit.ArriveAsync("customer-44");
        var id = await visit[".header b"].InnerTextAsync();

        await visit["[data-act=ask]"].ClickAsync();

        await Expect(visit[".answer"]).ToHaveTextAsync($"“Hello! I know who asks.” The request named {id}.");
    }

    [BrowserFact]
    public async Task WrongName_IsAnsweredInWords()
    {
        await using var visit = await VisitAsync();
        await visit["#name"].EvaluateAsync("field => field.maxLength = 500");

        await visit.ArriveAsync("customer-45", new string('W', 256));

        await Expect(visit[".problem"])
            .ToHaveTextAsync("A reference has 1 to 255 characters and is not blank. A name has at most 255.");
        // The browser's own line about the status.
        visit.Expected = report => report.Contains("400", StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task List_IsPagedFilteredAndSorted()
    {
        await using var visit = await VisitAsync();
        var first = await visit.NamesAsync();

        await visit["#next"].ClickAsync();
        await Expect(visit["#previous"]).ToBeEnabledAsync();
        var second = await visit.NamesAsync();
        await visit["#previous"].ClickAsync();
        await Expect(visit["#previous"]).ToBeDisabledAsync();
        Assert.Equal(first, await visit.NamesAsync());
        Assert.NotEqual(first, second);
        Assert.Equal(12, second.Count);

        await visit["#filter [name=order]"].SelectOptionAsync("name");
        await Expect(visit["#rows td.name button"].First).ToHaveTextAsync(FirstByName());
        await visit[".tile[data-status=restricted]"].ClickAsync();
        await Expect(visit[".tile[data-status=restricted]"]).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visit["#rows .status:not([data-status=restricted])"]).ToHaveCountAsync(0);

        await visit[".tile[data-status='']"].ClickAsync();
        var known = door.Emulator.Profiles.First(p => p.ExternalUserDetails.ReferenceId is not null);
        await visit["#filter [name=reference]"].FillAsync(known.ExternalUserDetails.ReferenceId!);
        await Expect(visit["#rows tr"]).ToHaveCountAsync(1);
        await visit["#rows button"].ClickAsync();
        await Expect(visit[".header b"]).ToHaveTextAsync(known.Id);
    }

    [BrowserFact]
    public async Task Keyboard_IsEnough()
    {
        await using var visit = await VisitAsync();

        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit[".skip"]).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("customer-43");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit["#customer h3"]).ToHaveTextAsync("customer-43");
        await Expect(visit["#reference"]).ToHaveCSSAsync("outline-style", "solid");

        await visit[".skip"].FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit["#customers"]).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task NarrowWindow_NeedsNoScrollingSideways()
    {
        await using var visit = await VisitAsync(
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
            }
        );
        await visit.ArriveAsync(new string('w', 200), new string('W', 200));
        await Expect(visit[".who"]).ToBeVisibleAsync();

        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private string FirstByName() =>
        door
            .Emulator.Profiles.Select(p => p.Name)
            .OfType<string>()
            .MinBy(name => name.ToLowerInvariant(), StringComparer.Ordinal)!;

    private async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var visit = await Visit.StartAsync(chromium.Browser, door.Url, options);
        await Expect(visit["#rows tr"]).ToHaveCountAsync(12);
        return visit;
    }
}
