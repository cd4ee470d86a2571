using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Emulator.Tests.Webhooks;

/// <summary>An application on a port of its own that takes webhooks and verifies them.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<WebhookEvent> events = [];
    private readonly ConcurrentQueue<string> ids = [];

    private Receiver(WebApplication app) => this.app = app;

    public string Url =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        + "/hooks";

    public WebhookVerifier Verifier { get; set; } = new(new ProfileEmulatorOptions().WebhookSecret);

    /// <summary>What it answers with once it has verified an event.</summary>
    public Func<WebhookEvent, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The events in the order of arrival.</summary>
    public IReadOnlyList<WebhookEvent> Events => [.. events];

    /// <summary>The <c>webhook-id</c> of each arrival.</summary>
    public IReadOnlyList<string> Ids => [.. ids];

    /// <summary>The profiles of the events, in the order of arrival.</summary>
    public string Profiles => string.Join(' ', events.Select(received => received.ProfileId));

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        Receiver receiver = new(builder.Build());
        receiver.app.MapPost("/hooks", receiver.ReceiveAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        var received = Verifier.Verify(
            headers["webhook-id"],
            headers["webhook-timestamp"],
            headers["webhook-signature"],
            body.ToArray()
        );
        events.Enqueue(received);
        ids.Enqueue(headers["webhook-id"].ToString());
        await Answer(received, context);
    }
}
