using FluentProfiles.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting.Tests;

/// <summary>An emulator on loopback, and an application with a host and a configuration of its own.</summary>
internal sealed class HostedService : IAsyncDisposable
{
    public const string Key = "key-before-rotation";

    private readonly List<ProfileEmulator> emulators = [];
    private readonly ReloadableProvider configuration = new();
    private IHost? host;

    private HostedService()
    {
        ((IConfigurationBuilder)Builder.Configuration).Add(configuration);
        Builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
    }

    public HostApplicationBuilder Builder { get; } = Host.CreateEmptyApplicationBuilder(new());

    public RecordingLoggerProvider Log { get; } = new();

    public IServiceCollection Services => Builder.Services;

    public ProfileEmulator Emulator => emulators[0];

    /// <summary>The keys that the requests so far have named.</summary>
    public IEnumerable<string> Keys =>
        Emulator.Requests.Select(request => request.Headers["Authorization"].Replace("Bearer ", ""));

    public static async Task<HostedService> StartAsync(int count = 3)
    {
        HostedService service = new();
        await service.AddEmulatorAsync(count);
        return service;
    }

    public async Task<ProfileEmulator> AddEmulatorAsync(int count)
    {
        var emulator = await ProfileEmulator.StartAsync(new() { Count = count });
        emulators.Add(emulator);
        return emulator;
    }

    /// <summary>Replaces the configuration, as a change of its file does.</summary>
    public void Configure(params (string Key, string? Value)[] values) => configuration.Replace(values);

    /// <summary>Sets the address, the key and more, in the section <c>FluentProfiles</c>.</summary>
    public void ConfigureSection(params (string Key, string? Value)[] more) =>
        Configure([
            ("FluentProfiles:BaseUrl", Emulator.BaseUrl),
            ("FluentProfiles:ApiKey", Key),
            .. more.Select(pair => ("FluentProfiles:" + pair.Key, pair.Value)),
        ]);

    public void Set(ProfilesClientOptions options) => (options.BaseUrl, options.ApiKey) = (Emulator.BaseUrl, Key);

    /// <summary>The container of the application, once it runs.</summary>
    public IServiceProvider Provider => host!.Services;

    public async Task<IServiceProvider> RunAsync()
    {
        host = Builder.Build();
        await host.StartAsync();
        return host.Services;
    }

    public async Task<IProfilesClient> ClientAsync() => (await RunAsync()).GetRequiredService<IProfilesClient>();

    /// <summary>Ends the application as a signal does; the emulators go on.</summary>
    public async Task StopAsync()
    {
        await host!.StopAsync();
        host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        host?.Dispose();
        foreach (var emulator in emulators)
            await emulator.DisposeAsync();
    }
}
