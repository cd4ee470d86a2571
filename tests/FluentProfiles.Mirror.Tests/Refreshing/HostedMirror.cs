using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Refreshing;

/// <summary>An application with a mirror of an emulator, on a clock that stands still.</summary>
internal sealed class HostedMirror : IAsyncDisposable
{
    /// <summary>One loop for each kind of pass, one for the inbox, and one for claims.</summary>
    private const int Loops = 5;

    private HostedMirror(
        ProfileEmulator emulator,
        TestDatabase database,
        IHost host,
        SteppedClock clock,
        MirrorLog log
    ) => (Emulator, Database, Host, Clock, Log) = (emulator, database, host, clock, log);

    public ProfileEmulator Emulator { get; }

    public TestDatabase Database { get; }

    public IHost Host { get; }

    public SteppedClock Clock { get; }

    public MirrorLog Log { get; }

    public ProfileMirror Mirror => Host.Services.GetRequiredService<ProfileMirror>();

    public static async Task<HostedMirror> CreateAsync(
        DatabaseKind kind,
        IReadOnlyList<UserProfile> profiles,
        Action<ProfileMirrorOptions>? configure = null,
        bool hasTables = true
    ) =>
        await CreateAsync(
            await (hasTables ? TestDatabase.CreateWithTablesAsync(kind) : TestDatabase.CreateAsync(kind)),
            profiles,
            configure
        );

    /// <summary>An application on a database, which is disposed of with it.</summary>
    public static async Task<HostedMirror> CreateAsync(
        TestDatabase database,
        IReadOnlyList<UserProfile> profiles,
        Action<ProfileMirrorOptions>? configure = null
    )
    {
        var emulator = await ProfileEmulator.StartAsync(new() { Profiles = profiles });
        SteppedClock clock = new();
        MirrorLog log = new();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddFluentProfiles(options =>
        {
            options.BaseUrl = emulator.BaseUrl;
            options.ApiKey = "key-of-a-test";
            options.MaxRetries = 0;
        });
        builder.Services.AddSingleton<IDbContextFactory<OrdersContext>>(
            new TestContexts<OrdersContext>(database.Context)
        );
        builder.Services.AddProfileMirror<OrdersContext>(options =>
        {
            options.MaxRequestsPerSecond = null;
            configure?.Invoke(options);
        });
        return new(emulator, database, builder.Build(), clock, log);
    }

    /// <summary>A started application of 250 profiles whose pass has stopped, because the service lacks 30 of them.</summary>
    /// <param name="kind">The kind of database.</param>
    /// <param name="minutes">How many minutes have passed since the start.</param>
    public static async Task<HostedMirror> StoppedAsync(DatabaseKind kind, int minutes)
    {
        var hosted = await CreateAsync(kind, TestProfiles.Many(250));
        await hosted.Mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(0, 30))
            hosted.Emulator.Remove(TestProfiles.IdOf(number));
        hosted.Clock.Advance(TimeSpan.FromDays(2));
        await hosted.Host.StartAsync();
        await hosted.PassAsync(minutes);
        return hosted;
    }

    /// <summary>Waits until no pass runs.</summary>
    public Task SettleAsync() => Clock.WaitingAsync(Loops);

    /// <summary>Lets so many minutes pass, step by step.</summary>
    public async Task PassAsync(int minutes)
    {
        var step = TimeSpan.FromSeconds(20);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromMinutes(minutes); passed += step)
        {
            await SettleAsync();
            Clock.Advance(step);
        }
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync();
        if (Host is IAsyncDisposable services)
            await services.DisposeAsync();
        await Database.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
