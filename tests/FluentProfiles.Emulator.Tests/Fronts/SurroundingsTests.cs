using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using FluentProfiles.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Emulator.Tests.Fronts;

/// <summary>An emulator shares its process and its folder with an application, whose settings are not the emulator's.</summary>
[Collection(AloneCollection.Name)]
public sealed class SurroundingsTests
{
    [Theory]
    [InlineData("AllowedHosts", "shop.example.com")]
    [InlineData("Kestrel__Endpoints__Shop__Url", "http://127.0.0.1:0")]
    [InlineData("Kestrel__Limits__MaxRequestLineSize", "10")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0;http://[::1]:0")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]
    public async Task SettingOfTheApplication_IsNotTheEmulators(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 3 });
            using ProfilesClient client = new(new() { ApiKey = "any-key", BaseUrl = emulator.BaseUrl });

            Assert.Equal(3, await client.Query().CountAsync());
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task FilesOfTheApplication_AreNotWatched()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 1 });

        var configuration = (IConfigurationRoot)emulator.Services!.GetRequiredService<IConfiguration>();

        Assert.Empty(configuration.Providers.OfType<FileConfigurationProvider>());
    }

    [Fact]
    public async Task EmulatorWhosePortIsTaken_LeavesNothingBehind()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        HashSet<Instrument> open = [];
        var isStarting = false;
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (!isStarting)
                    return;
                open.Add(instrument);
                it.EnableMeasurementEvents(instrument);
            },
            MeasurementsCompleted = (instrument, _) => open.Remove(instrument),
        };
        listener.Start();
        isStarting = true;

        await Assert.ThrowsAsync<IOException>(() =>
            ProfileEmulator.StartAsync(new() { Port = ((IPEndPoint)other.LocalEndpoint).Port })
        );

        Assert.Empty(open);
    }
}
