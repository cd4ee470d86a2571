using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Samples.Tests.FrontDoor;

/// <summary>The front door of the sample Mirror on a free port, with an emulator and a database of its own.</summary>
internal sealed class OpenFrontDoor : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fp-door-").FullName;
    private WebApplication site = null!;

    private OpenFrontDoor(ProfileEmulator emulator) => Emulator = emulator;

    public ProfileEmulator Emulator { get; }

    public string Url => site.Urls.Single();

    public ProfileMirror Mirror => site.Services.GetRequiredService<ProfileMirror>();

    public HttpClient Http { get; } = new();

    /// <summary>Opens a door whose mirror has all profiles.</summary>
    public static async Task<OpenFrontDoor> StartAsync(ProfileEmulatorOptions options)
    {
        var door = await StartLoadingAsync(options);
        await door.ReadyAsync();
        return door;
    }

    /// <summary>Opens a door whose mirror begins to load.</summary>
    public static async Task<OpenFrontDoor> StartLoadingAsync(ProfileEmulatorOptions options)
    {
        OpenFrontDoor door = new(ProfileEmulator.Create(options));
        await door.OpenAsync("http://127.0.0.1:0");
        door.Http.BaseAddress = new(door.Url);
        return door;
    }

    /// <summary>Closes the door, and opens it at the same address after something has happened meanwhile.</summary>
    public async Task ReopenAsync(Action meanwhile)
    {
        var url = Url;
        await site.DisposeAsync();
        meanwhile();
        await OpenAsync(url);
    }

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
            Path.Combine(folder, "directory.db"),
            options => (options.BaseUrl, options.ApiKey) = (Emulator.BaseUrl, "any-key"),
            Emulator.CreateHandler,
            Emulator
        );
}
