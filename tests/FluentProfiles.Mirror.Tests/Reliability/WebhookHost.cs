using System.Net;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>A web application with a mirror that receives webhooks, which can be started again.</summary>
internal sealed class WebhookHost(ProfileEmulator emulator, TestDatabase database) : IAsyncDisposable
{
    private volatile WebApplication? app;

    /// <summary>The address of the endpoint; null while the application is down.</summary>
    public Uri? Url { get; private set; }

    public ProfileMirror Mirror => app!.Services.GetRequiredService<ProfileMirror>();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddFluentProfiles(options =>
            (options.BaseUrl, options.ApiKey) = (emulator.BaseUrl, "key-of-a-test")
        );
        builder.Services.AddSingleton<IDbContextFactory<OrdersContext>>(
            new TestContexts<OrdersContext>(database.Context)
        );
        builder.Services.AddProfileMirror<OrdersContext>(options =>
            (options.MaxRequestsPerSecond, options.KeepChangeValues) = (null, true)
        );
        builder.Services.AddProfileWebhooks(options => options.Secrets.Add(SignedMessage.Secret));
        app = builder.Build();
        app.MapProfileWebhooks("/hooks/claude");
        await app.StartAsync();
        Url = new($"{app.Urls.Single()}/hooks/claude");
    }

    public async Task StopAsync()
    {
        Url = null;
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
