using System.Net;
using System.Threading.Channels;
using FluentProfiles;
using FluentProfiles.Hosting.Tests;
using FluentProfiles.Tests.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shop.Endpoints;

/// <summary>The C# of docs/webhooks.md that maps endpoints.</summary>
public sealed class WebhookEndpointSamples
{
    [Fact]
    public async Task Handler_TakesTheEvents()
    {
        var builder = CreateBuilder();
        Channel<WebhookEvent> inbox = Channel.CreateUnbounded<WebhookEvent>();
        builder.Services.AddSingleton(inbox.Writer);

        #region webhooks-map
        builder.Services.AddProfileWebhooks().BindConfiguration("Webhooks");
        builder.Services.AddScoped<IWebhookHandler, Suspension>();

        var app = builder.Build();
        app.MapProfileWebhooks("/hooks/claude");
        #endregion

        Assert.Equal("uprof_1", (await ReceivedAsync(app, inbox)).ProfileId);
    }

    [Fact]
    public async Task Lambda_TakesTheEvents()
    {
        var builder = CreateBuilder();
        builder.Services.AddProfileWebhooks().BindConfiguration("Webhooks");
        var app = builder.Build();
        Channel<WebhookEvent> inbox = Channel.CreateUnbounded<WebhookEvent>();

        #region webhooks-lambda
        app.MapProfileWebhooks("/hooks/claude", (received, ct) => inbox.Writer.WriteAsync(received, ct));
        #endregion

        Assert.Equal("uprof_1", (await ReceivedAsync(app, inbox)).ProfileId);
    }

    [Fact]
    public async Task Vault_GivesTheSecrets()
    {
        var builder = CreateBuilder();
        Vault vault = new();

        #region webhooks-vault
        builder.Services.AddProfileWebhooks(options => options.SecretsProvider = vault.ReadCachedAsync);
        #endregion

        var app = builder.Build();
        Channel<WebhookEvent> inbox = Channel.CreateUnbounded<WebhookEvent>();
        app.MapProfileWebhooks("/hooks/claude", (received, ct) => inbox.Writer.WriteAsync(received, ct));
        Assert.Equal("uprof_1", (await ReceivedAsync(app, inbox)).ProfileId);
    }

    private static WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        ReloadableProvider configuration = new();
        configuration.Replace([("Webhooks:Secrets:0", SignedMessage.Secret)]);
        ((IConfigurationBuilder)builder.Configuration).Add(configuration);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<ProfileWebhooksOptions>(options => options.TimeProvider = SignedMessage.Clock());
        return builder;
    }

    private static async Task<WebhookEvent> ReceivedAsync(WebApplication app, Channel<WebhookEvent> inbox)
    {
        await using var _ = app;
        await app.StartAsync();
        var message = SignedMessage.Of();
        using HttpClient sender = new(new SocketsHttpHandler { UseProxy = false });
        using HttpRequestMessage request = new(HttpMethod.Post, app.Urls.Single() + "/hooks/claude")
        {
            Content = new ByteArrayContent(message.Body),
        };
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp);
        request.Headers.Add("webhook-signature", message.Signatures);

        using var response = await sender.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        return await inbox.Reader.ReadAsync();
    }

    private sealed class Suspension(ChannelWriter<WebhookEvent> inbox) : IWebhookHandler
    {
        public ValueTask HandleAsync(WebhookEvent received, CancellationToken cancellationToken) =>
            inbox.WriteAsync(received, cancellationToken);
    }

    private sealed class Vault
    {
        public ValueTask<IReadOnlyList<string>> ReadCachedAsync(CancellationToken cancellationToken) =>
            new([SignedMessage.Secret]);
    }
}
