using FluentProfiles.Samples.Tests.FrontDoor;
using static Microsoft.Playwright.Assertions;

namespace FluentProfiles.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class LiveChangesTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Restriction_ShowsInItsRowWithoutAReload()
    {
        await using var door = await OpenFrontDoor.StartAsync(new() { Count = 60 });
        await using var visit = await VisitAsync(door);
        await visit.Page.EvaluateAsync("window.isTheSame = true");
        var row = visit["#rows tr:has([data-status=unrestricted])"].First;
        var id = (await row.GetAttributeAsync("data-id"))!;

        door.Emulator.OpenEnforcementAction(id);

        await Expect(visit[$"#rows tr.lit[data-id={id}] .status"]).ToHaveTextAsync("restricted");
        await Expect(visit["#feed li"]).ToHaveCountAsync(1);
        await Expect(visit["#feed small"]).ToContainTextAsync("EnforcementStatus");
        await Expect(visit[".tile[data-status=restricted] b"]).ToHaveTextAsync($"{Restricted(door)}");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.isTheSame"));
    }

    [BrowserFact]
    public async Task Buttons_ChangeTheCustomer()
    {
        await using var door = await OpenFrontDoor.StartAsync(new() { Count = 60 });
        await using var visit = await VisitAsync(door);
        await visit.ArriveAsync("customer-42", "Ada");
        var id = await visit[".header b"].InnerTextAsync();
        await Expect(visit[$"#rows tr[data-id={id}]"]).ToBeVisibleAsync();

        await visit["[data-act=restrict]"].ClickAsync();
        await Expect(visit[".who .status"]).ToHaveTextAsync("restricted");
        await visit["[data-act=lift]"].ClickAsync();
        await Expect(visit[".who .status"]).ToHaveTextAsync("unrestricted");
        await visit.Page.GetByLabel("New name").FillAsync("Grace");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit["#customer h3"]).ToHaveTextAsync("Grace");
        await visit["[data-act=delete]"].ClickAsync();
        await Expect(visit["#customer"]).ToHaveTextAsync("This customer was deleted.");
        await Expect(visit[$"#rows tr[data-id={id}]"]).ToHaveCountAsync(0);

        Assert.DoesNotContain(door.Emulator.Profiles, p => p.Id == id);
    }

    [BrowserFact]
    public async Task ServerThatWasAway_LosesNoChange()
    {
        await using var door = await OpenFrontDoor.StartAsync(new() { Count = 60 });
        await using var visit = await VisitAsync(door);
        visit.Expected = report => report.Contains("net::ERR_", StringComparison.Ordinal);
        var ids = door.Emulator.Profiles.Take(3).Select(p => p.Id).ToList();

        await door.ReopenAsync(async mirror =>
        {
            await Expect(visit["#connection"]).ToHaveTextAsync("Reconnecting …");
            using var client = door.CreateClient();
            foreach (var id in ids)
            {
                await client.UpdateAsync(id, new() { Name = $"Renamed {id}" });
                await mirror.RefreshAsync();
            }
        });

        await Expect(visit["#feed li button"]).ToHaveTextAsync(Enumerable.Reverse(ids).Select(id => $"Renamed {id}"));
        await Expect(visit["#connection"]).ToHaveTextAsync("Live");
        await Expect(visit[$"#rows tr[data-id={ids[0]}] td.name button"]).ToHaveTextAsync($"Renamed {ids[0]}");
    }

    [BrowserFact]
    public async Task FirstLoad_ShowsItsProgress()
    {
        TaskCompletionSource gate = new();
        var pages = 0;
        await using var door = await OpenFrontDoor.StartLoadingAsync(
            new()
            {
                Count = 300,
                BeforeResponse = (_, ct) =>
                    Interlocked.Increment(ref pages) > 2 ? gate.Task.WaitAsync(ct) : Task.CompletedTask,
            }
        );
        await using var visit = await Visit.StartAsync(chromium.Browser, door.Url);

        await Expect(visit["#loading"]).ToContainTextAsync("200 profiles so far");
        gate.SetResult();

        await Expect(visit["#loading"]).ToBeHiddenAsync();
        await Expect(visit["#rows tr"]).ToHaveCountAsync(12);
    }

    private async Task<Visit> VisitAsync(OpenFrontDoor door)
    {
        var visit = await Visit.StartAsync(chromium.Browser, door.Url);
        await Expect(visit["#rows tr"]).ToHaveCountAsync(12);
        return visit;
    }

    private static int Restricted(OpenFrontDoor door) =>
        door.Emulator.Profiles.Count(p => p.EnforcementStatus == EnforcementStatus.Restricted);
}
