using Microsoft.Playwright;

namespace FluentProfiles.Browser.Tests;

/// <summary>A page in a window of its own, which must not report anything on the console.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly List<string> reports = [];

    private Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) => reports.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => reports.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What a test expects there to be, such as a lost connection.</summary>
    public Func<string, bool> Expected { get; set; } = _ => false;

    public static async Task<Visit> StartAsync(IBrowser browser, string url, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(20_000);
        Visit visit = new(await context.NewPageAsync());
        await visit.Page.GotoAsync(url);
        return visit;
    }

    public ILocator this[string selector] => Page.Locator(selector);

    public async Task ArriveAsync(string reference, string name = "")
    {
        await Page.GetByLabel("Customer", new() { Exact = true }).FillAsync(reference);
        await Page.GetByLabel("Name, if new").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let in" }).ClickAsync();
    }

    public async Task<IReadOnlyList<string>> NamesAsync() => await this["#rows td.name button"].AllInnerTextsAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.DoesNotContain(reports, report => !Expected(report));
    }
}
