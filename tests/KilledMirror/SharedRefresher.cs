using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.KilledMirror;

/// <summary>One of several processes that refresh a mirror on PostgreSQL. The one that holds the lease runs full passes without a
/// pause beside those of its hosted refresher.</summary>
internal static class SharedRefresher
{
    public static TimeSpan Seconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    public static TimeSpan Minutes(string text) =>
        TimeSpan.FromMinutes(double.Parse(text, CultureInfo.InvariantCulture));

    public static async Task RunAsync(string address, string connection, TimeSpan lease, TimeSpan wrongBy)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddFilter("FluentProfiles.ProfileMirror", LogLevel.Information);
        builder.Logging.AddFilter("", LogLevel.None).AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddSingleton<TimeProvider>(new WrongClock(wrongBy));
        builder.Services.AddFluentProfiles(options => (options.BaseUrl, options.ApiKey) = (address, "key-of-a-test"));
        builder.Services.AddDbContextFactory<ReplicaContext>(options =>
            options.UseNpgsql(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{connection};Application Name={Environment.ProcessId};Timeout=5"
                )
            )
        );
        builder.Services.AddProfileMirror<ReplicaContext>(options => Replica.Configure(options, lease));
        using var host = builder.Build();
        await host.StartAsync();
        var mirror = host.Services.GetRequiredService<ProfileMirror>();
        while (true)
        {
            try
            {
                var status = await mirror.GetStatusAsync();
                if (status.Refresher == mirror.Passes.Leases.Owner)
                    await mirror.RefreshAsync();
            }
            catch (ProfilesException)
            {
                // The lease or the database was lost, or another process was faster.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
