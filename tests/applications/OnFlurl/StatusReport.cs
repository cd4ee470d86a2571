using FluentProfiles;
using Flurl.Http;
using Flurl.Http.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OnFlurl;

/// <summary>Tells the CRM which customers are banned. Both are reached by Flurl clients of one cache.</summary>
public sealed class StatusReport(IProfilesClient profiles, IFlurlClientCache clients)
{
    public static IServiceCollection Register(IServiceCollection services, string claude, string crm, List<string> log)
    {
        services.AddSingleton<IFlurlClientCache>(_ =>
            new FlurlClientCache()
                .WithDefaults(client =>
                    client
                        .ConfigureInnerHandler(handler => handler.UseProxy = false)
                        .AfterCall(call => log.Add($"{call.Request.Verb} {call.Response?.StatusCode}"))
                )
                .Add("claude", claude)
                .Add("crm", crm)
        );
        services.AddSingleton<StatusReport>();
        return services.AddFluentProfiles(options => options.ApiKey = "any-key").UseFlurl("claude");
    }

    /// <summary>Sends the report and returns how many customers are in it.</summary>
    public async Task<int> SendAsync(CancellationToken ct)
    {
        var banned = await profiles
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
            .Select(p => new { p.Id, p.Name })
            .ToListAsync(ct);
        await clients.Get("crm").Request("banned").PostJsonAsync(banned, cancellationToken: ct);
        return banned.Count;
    }
}
