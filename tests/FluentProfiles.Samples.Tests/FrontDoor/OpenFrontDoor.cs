using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Mirror;

namespace FluentProfiles.Samples.Tests.FrontDoor;

/// <summary>The front door of the sample Mirror on a free port, with an emulator and a database of its own.</summary>
internal sealed class OpenFrontDoor : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fp-door-").FullName;
    private WebApplication site = null!;

    private readonly bool isEmulated;

    private OpenFrontDoor(ProfileEmulator emulator, bool isEmulated) =>
        (Emulator, this.isEmulated) = (emulator, isEmulated);

    public ProfileEmulator Emulator { get; }

    public string Url => site.Urls.Single();

    public ProfileMirror Mirror => site.Services.GetRequiredService<ProfileMirror>();

    public HttpClient Http { get; } = new();

    private string File => Path.Combine(folder, "directory.db");

    /// <summary>Opens a door whose mirror has all profiles.</summary>
    /// <param name="options">The options of the emulator.</param>
    /// <param name="isEmulated">False to let the page take the emulator for the real service.</param>
    public static async Task<OpenFrontDoor> StartAsync(ProfileEmulatorOptions options, bool isEmulated = true)
    {
        var door = await StartLoadingAsync(options, isEmulated);
        await door.ReadyAsync();
        return door;
    }

    /// <summary>Opens a door whose mirror begins to load.</summary>
    public static async Task<OpenFrontDoor> StartLoadingAsync(ProfileEmulatorOptions options, bool isEmulated = true)
    {
        OpenFrontDoor door = new(ProfileEmulator.Create(options), isEmulated);
        await door.OpenAsync("http://127.0.0.1:0");
        door.Http.BaseAddress = new(door.Url);
        return door;
    }

    /// <summary>Closes the door, and opens it at the same address after something has happened meanwhile.</summary>
    /// <param name="meanwhile">What happens, with the mirror as another process has it.</param>
    public async Task ReopenAsync(Func<ProfileMirror, Task> meanwhile)
    {
        var url = Url;
        await site.DisposeAsync();
        using var client = CreateClient();
        await using (
            var mirror = await ProfileMirror.OpenAsync(
                client,
                new PooledDbContextFactory<DirectoryContext>(DirectoryContext.OptionsOf(File)),
                new() { MaxRequestsPerSecond = null }
            )
        )
            await meanwhile(mirror);
        await OpenAsync(url);
    }

    public ProfilesClient CreateClient() =>
        new(new() { BaseUrl = Emulator.BaseUrl, ApiKey = "any-key" }, new HttpClient(Emulator.CreateHandler()));

    public async Task ReadyAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        while (!(await Mirror.GetStatusAsync(limit.Token)).IsReady)
            await Task.Delay(10, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await site.DisposeAsync();
        await Emulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OpenAsync(string url) =>
        site = await global::Mirror.Serving.FrontDoor.StartAsync(
            ["--urls", url, "--Logging:LogLevel:Default", "None"],
            File,
            options => (options.BaseUrl, options.ApiKey) = (Emulator.BaseUrl, "any-key"),
            Emulator.CreateHandler,
            isEmulated ? Emulator : null
        );
}
