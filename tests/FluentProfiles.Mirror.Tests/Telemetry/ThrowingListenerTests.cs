using System.Diagnostics.Metrics;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Inbox;
using FluentProfiles.Mirror.Tests.References;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Telemetry;

/// <summary>A log or a listener of metrics throws, and each call ends as it does without.</summary>
public sealed class ThrowingListenerTests : IDisposable
{
    // Other tests are measured, too.
    private static readonly AsyncLocal<bool> Throws = new();

    private readonly List<string> failed = [];
    private readonly MeterListener listener = new();

    public ThrowingListenerTests()
    {
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == "FluentProfiles" && instrument.Name.StartsWith("fluentprofiles.mirror."))
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => ThrowIfWanted());
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => ThrowIfWanted());
        listener.Start();
    }

    [Fact]
    public async Task AListenerThatThrows_FailsNoCallForAReference()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite, configureClient: Observe);
        AddShared(service);
        await service.Mirror.RefreshAsync();
        Throws.Value = true;

        Assert.True((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
        Assert.False((await service.Mirror.GetOrCreateAsync("customer-1", () => new())).WasCreated);
        Assert.Null(await service.Mirror.FindAsync("customer-2"));
        Assert.Equal(1, (await service.Mirror.FindManyAsync(["shared"]))["shared"].Duplicates);

        Assert.Equal(["MeterListener"], failed.Distinct());
        Assert.Equal(4, failed.Count);
    }

    [Fact]
    public async Task AListenerThatThrows_FailsNoPassAndNoReading()
    {
        await using var inbox = await InboxOfTest.StartAsync(DatabaseKind.Sqlite);
        await inbox.ChangeAsync("a", TestProfiles.IdOf(4));
        Throws.Value = true;

        await inbox.ReceiveAsync("b", TestProfiles.IdOf(5));
        await inbox.PassAsync(TimeSpan.FromSeconds(100));
        Assert.Null((await inbox.ReadAsync()).Failure);
        await inbox.Service.Mirror.RefreshAsync();

        Assert.Null((await inbox.Service.Mirror.GetStatusAsync()).LastError);
        await inbox.Service.AssertIsSameAsync();
    }

    [Fact]
    public async Task ALogThatThrows_FailsNoCallForAReference()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        AddShared(service);
        await service.Mirror.RefreshAsync();
        await service.ClaimAsync("customer-1", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromMinutes(2));
        await using var container = ContainerOf(service);
        var mirror = container.GetRequiredService<ProfileMirror>();

        Assert.Equal(1, (await mirror.FindAsync("shared"))!.Duplicates);
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        Assert.Equal(["Logger"], failed.Distinct());
    }

    [Fact]
    public async Task ALogThatThrows_StopsNoRefresher()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(12));
        await using var container = ContainerOf(service);
        var hosted = container.GetServices<IHostedService>().ToList();

        foreach (var one in hosted)
            await one.StartAsync(CancellationToken.None);
        var mirror = container.GetRequiredService<ProfileMirror>();
        await ReadyService.UntilAsync(async () => (await mirror.GetStatusAsync()).IsReady);
        foreach (var one in hosted)
            await one.StopAsync(CancellationToken.None);

        Assert.All(hosted.OfType<BackgroundService>(), it => Assert.True(it.ExecuteTask!.IsCompletedSuccessfully));
        Assert.Equal(["Logger"], failed.Distinct());
    }

    public void Dispose() => listener.Dispose();

    private static void ThrowIfWanted()
    {
        if (Throws.Value)
            throw new FormatException();
    }

    private static void AddShared(MirroredService service)
    {
        for (var second = 0; second < 2; second++)
            service.Emulator.Add(
                new()
                {
                    CreatedAt = TestProfiles.Start.AddDays(1).AddSeconds(second),
                    UpdatedAt = TestProfiles.Start.AddDays(1).AddSeconds(second),
                    ExternalUserDetails = new() { ReferenceId = "shared" },
                }
            );
    }

    private void Observe(ProfilesClientOptions options) =>
        options.Observer += happened =>
        {
            if (happened is not CallbackFailedEvent callback)
                return;
            lock (failed)
                failed.Add(callback.Callback);
        };

    /// <summary>An application whose log throws when the mirror uses it.</summary>
    private ServiceProvider ContainerOf(MirroredService service)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.AddProvider(new ThrowingLog()));
        services.AddFluentProfiles(options =>
        {
            options.BaseUrl = service.Emulator.BaseUrl;
            options.ApiKey = "key-of-a-test";
            options.MaxRetries = 0;
            Observe(options);
        });
        services.AddSingleton<IDbContextFactory<OrdersContext>>(
            new TestContexts<OrdersContext>(service.Database.Context)
        );
        services.AddProfileMirror<OrdersContext>(options => options.ReferenceTimes = ReadyService.Short);
        return services.BuildServiceProvider();
    }

    private sealed class ThrowingLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName == "FluentProfiles.ProfileMirror"
                ? this
                : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => throw new FormatException();

        public void Dispose() { }
    }
}
