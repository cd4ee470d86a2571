using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>A day of an instance whose health is probed every ten seconds.</summary>
internal static class HealthDay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static PricedCall Of(
        string purpose,
        ProfilesClient client,
        Action<IServiceCollection> register,
        [CallerArgumentExpression(nameof(register))] string code = ""
    ) => PricedCall.Of(purpose, () => ProbeAsync(client, register), code);

    private static async ValueTask ProbeAsync(ProfilesClient client, Action<IServiceCollection> register)
    {
        FakeTimeProvider clock = new();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<IProfilesClient>(client);
        services.AddFluentProfiles(options => (options.ApiKey, options.TimeProvider) = (TestService.Key, clock));
        register(services);
        await using var provider = services.BuildServiceProvider();
        var checks = provider.GetRequiredService<HealthCheckService>();
        for (var spent = TimeSpan.Zero; spent < TimeSpan.FromDays(1); spent += Interval)
        {
            await checks.CheckHealthAsync();
            clock.Advance(Interval);
        }
    }
}
