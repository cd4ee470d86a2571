using System.Net;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Docs;

public sealed partial class MirrorSamples
{
    [Fact]
    public async Task Webhook_ReachesTheMirror()
    {
        await using var service = await ProfileEmulator.StartAsync(new() { Profiles = [.. Profiles.Take(20)] });
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (ShopContext tables = new(database.OptionsOf<ShopContext>()))
            await tables.Database.EnsureCreatedAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration["Webhooks:Secrets:0"] = new ProfileEmulatorOptions().WebhookSecret;
        builder.Services.AddDbContextFactory<ShopContext>(options => options.UseSqlite(database.Connection));
        builder.Services.AddFluentProfiles(options => (options.BaseUrl, options.ApiKey) = (service.BaseUrl, "any-key"));

        #region mirror-webhooks
        builder.Services.AddProfileMirror<ShopContext>();
        builder.Services.AddProfileWebhooks().BindConfiguration("Webhooks");

        var app = builder.Build();
        app.MapProfileWebhooks("/hooks/claude");
        #endregion

        await using var _ = app;
        await app.StartAsync();
        var mirror = app.Services.GetRequiredService<ProfileMirror>();
        await UntilAsync(async () => (await mirror.GetStatusAsync()).IsReady);
        var id = service.Profiles[0].Id;
        service.WebhookUrl = app.Urls.Single() + "/hooks/claude";
        service.OpenEnforcementAction(id, new() { Type = EnforcementActionType.Ban });
        await service.FlushWebhooksAsync();
        await UntilAsync(async () =>
            (await mirror.Query().SingleAsync(p => p.Id == id)).EnforcementStatus == EnforcementStatus.Banned
        );
        await app.StopAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        for (var looks = 0; !await isReached(); looks++)
        {
            Assert.InRange(looks, 0, 3_000);
            await Task.Delay(20);
        }
    }
}
