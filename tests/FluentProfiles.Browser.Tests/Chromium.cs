using Microsoft.Playwright;

namespace FluentProfiles.Browser.Tests;

/// <summary>The Chromium that is installed. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Path = Find("chromium");

    private IPlaywright playwright = null!;

    public static string? WhyNot { get; } =
        Path is null ? "Chromium is not installed: there is no chromium on the PATH." : null;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        // Without a sandbox, since root runs the tests of a container.
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (Path is null)
            return;
        await Browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? Find(string name) =>
        (
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            select System.IO.Path.Combine(folder, name)
        ).FirstOrDefault(File.Exists);
}
