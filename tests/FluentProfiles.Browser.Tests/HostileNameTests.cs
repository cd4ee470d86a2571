using FluentProfiles.Samples.Tests.FrontDoor;
using static Microsoft.Playwright.Assertions;

namespace FluentProfiles.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class HostileNameTests(Chromium chromium)
{
    private const string Image = "<img src=x onerror=\"document.title='run'\">";
    private const string Script = "</td></script><script>document.title='run'</script>";

    [BrowserFact]
    public async Task MarkupOfACustomer_IsShownAsText()
    {
        var id = "uprof_01AAAAAAAAAAAAAAAAAAAAAA";
        await using var door = await OpenFrontDoor.StartAsync(
            new()
            {
                Profiles =
                [
                    new()
                    {
                        Id = id,
                        Name = Image,
                        CreatedAt = DateTimeOffset.UnixEpoch,
                        ExternalUserDetails = new() { ReferenceId = Script },
                        Metadata = new() { ["plan"] = Image, [Script] = "'\"><svg onload=1>" },
                    },
                ],
            }
        );
        await using var visit = await Visit.StartAsync(chromium.Browser, door.Url);

        await Expect(visit["#rows td.name button"]).ToHaveTextAsync(Image);
        await Expect(visit["#rows td.name small"]).ToHaveTextAsync(Script);
        await visit["#rows button"].ClickAsync();
        await Expect(visit["#customer h3"]).ToHaveTextAsync(Image);
        await Expect(visit["#customer dt"].Last).ToHaveTextAsync(Script);
        await visit["#filter [name=plan]"].SelectOptionAsync(Image);
        await Expect(visit["#rows tr"]).ToHaveCountAsync(1);

        Assert.Equal("Front door", await visit.Page.TitleAsync());
        await Expect(visit["img"]).ToHaveCountAsync(1);
        await Expect(visit["script"]).ToHaveCountAsync(1);
        await Expect(visit["svg"]).ToHaveCountAsync(0);
    }
}
