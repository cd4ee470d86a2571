using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using FluentProfiles;
using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.Hooks;

/// <summary>The C# of docs/webhooks.md.</summary>
public sealed class WebhookSamples
{
    private const string Secret = "whsec_Zmx1ZW50cHJvZmlsZXMtdGVzdC1zaWduaW5nLWtleSE=";

    #region webhooks-test
    [Fact]
    public async Task Ban_ReachesTheApplication()
    {
        await using var service = await ProfileEmulator.StartAsync(new() { Count = 10, WebhookSecret = Secret });
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
        var inbox = Channel.CreateUnbounded<WebhookEvent>();
        await using var app = await StartAsync(new WebhookVerifier(Secret), inbox.Writer);
        service.WebhookUrl = app.Urls.Single() + "/hooks/claude";
        var id = service.Profiles[0].Id;

        service.OpenEnforcementAction(id, new() { Type = EnforcementActionType.Ban });
        await service.FlushWebhooksAsync();

        var received = await inbox.Reader.ReadAsync();
        Assert.Equal(id, received.ProfileId);
        await new Suspension(client).HandleAsync(received, CancellationToken.None);
        Assert.Equal(204, service.Webhooks.Single().Status);
    }
    #endregion

    [Fact]
    public async Task Forgery_IsAnsweredWith400()
    {
        var inbox = Channel.CreateUnbounded<WebhookEvent>();
        await using var app = await StartAsync(new WebhookVerifier(Secret), inbox.Writer);
        using HttpClient anybody = new(new SocketsHttpHandler { UseProxy = false });

        using var answer = await anybody.PostAsync(app.Urls.Single() + "/hooks/claude", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(inbox.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task WrongSignature_IsAnsweredWith401()
    {
        var inbox = Channel.CreateUnbounded<WebhookEvent>();
        await using var app = await StartAsync(new WebhookVerifier(Secret), inbox.Writer);
        using HttpClient anybody = new(new SocketsHttpHandler { UseProxy = false });
        using StringContent forged = new("{}");
        forged.Headers.Add("webhook-id", "msg_1");
        forged.Headers.Add("webhook-timestamp", "1795685400");
        forged.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(new byte[32]));

        using var answer = await anybody.PostAsync(app.Urls.Single() + "/hooks/claude", forged);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(inbox.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task LargeBody_IsNotRead()
    {
        var inbox = Channel.CreateUnbounded<WebhookEvent>();
        await using var app = await StartAsync(new WebhookVerifier(Secret), inbox.Writer);
        using HttpClient anybody = new(new SocketsHttpHandler { UseProxy = false });

        using var answer = await anybody.PostAsync(
            app.Urls.Single() + "/hooks/claude",
            new ByteArrayContent(new byte[300 * 1024])
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Repeats_AreHandledOnce()
    {
        await using var service = await ProfileEmulator.StartAsync(new() { Count = 10 });
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
        Suspension suspension = new(client);
        var gone = new WebhookEvent
        {
            Id = "wevt_1",
            Type = WebhookEventType.UserProfileEnforcementActionOpened,
            ProfileId = "uprof_gone",
        };
        WebhookEvent received = new()
        {
            Id = "wevt_2",
            Type = gone.Type,
            ProfileId = service.Profiles[0].Id,
        };

        foreach (
            var delivery in new[]
            {
                gone,
                received,
                received,
                new() { Id = "wevt_3", Type = "session.idled" },
            }
        )
            await suspension.HandleAsync(delivery, default);

        Assert.Equal([404, 200], service.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task Message_IsVerified()
    {
        await using var service = await ProfileEmulator.StartAsync(
            new()
            {
                Count = 1,
                WebhookUrl = "http://127.0.0.1:9/hooks",
                WebhookSecret = Secret,
            }
        );
        service.OpenEnforcementAction(service.Profiles[0].Id);
        await service.FlushWebhooksAsync();
        var (message, secret) = (service.Webhooks[0], Secret);
        var (id, timestamp) = (message.Headers["webhook-id"], message.Headers["webhook-timestamp"]);
        var (signature, body) = (message.Headers["webhook-signature"], Encoding.UTF8.GetBytes(message.Body));

        #region webhook
        WebhookVerifier verifier = new(secret);

        var received = verifier.Verify(id, timestamp, signature, body);
        Console.WriteLine($"{received.Type} {received.ProfileId}");
        #endregion

        Assert.Equal(service.Profiles[0].Id, received.ProfileId);
    }

    [Fact]
    public void Rotation_TakesBoth()
    {
        var (current, previous) = (Secret, "whsec_YW5vdGhlci10ZXN0LWtleS1vZi1ub2JvZHktYXQtYWxs");

        #region webhooks-rotation
        WebhookVerifier verifier = new(current, previous);
        #endregion

        Assert.Equal(TimeSpan.FromMinutes(5), verifier.Tolerance);
    }

    private static async Task<WebApplication> StartAsync(WebhookVerifier verifier, ChannelWriter<WebhookEvent> inbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        Hooks.Map(app, verifier, inbox);
        await app.StartAsync();
        return app;
    }
}

internal static class Hooks
{
    public static void Map(WebApplication app, WebhookVerifier verifier, ChannelWriter<WebhookEvent> inbox)
    {
        #region webhooks-endpoint
        app.MapPost(
                "/hooks/claude",
                async (HttpRequest request, CancellationToken ct) =>
                {
                    using MemoryStream body = new();
                    await request.Body.CopyToAsync(body, ct);
                    try
                    {
                        var received = verifier.Verify(
                            request.Headers["webhook-id"],
                            request.Headers["webhook-timestamp"],
                            request.Headers["webhook-signature"],
                            body.ToArray()
                        );
                        await inbox.WriteAsync(received, ct);
                        return Results.NoContent();
                    }
                    catch (WebhookVerificationException rejection)
                    {
                        app.Logger.LogWarning("Webhook rejected: {Reason}", rejection.Reason);
                        return rejection.Reason == WebhookVerificationReason.WrongSignature
                            ? Results.Unauthorized()
                            : Results.BadRequest();
                    }
                }
            )
            .WithMetadata(new RequestSizeLimitAttribute(256 * 1024));
        #endregion
    }
}

#region webhooks-handling
public sealed class Suspension(IProfilesClient client) : IWebhookHandler
{
    // In an application with more than one instance: a table with the event's id as its key.
    private readonly ConcurrentDictionary<string, bool> handled = [];

    public async ValueTask HandleAsync(WebhookEvent received, CancellationToken ct)
    {
        if (received.ProfileId is not { } id || handled.ContainsKey(received.Id))
            return;
        try
        {
            var profile = await client.GetAsync(id, cancellationToken: ct);
            await ApplyAsync(id, profile.EnforcementStatus.Effective, ct);
        }
        catch (ProfilesNotFoundException)
        {
            // Deleted since the event was posted.
        }
        handled[received.Id] = true;
    }

    // Sets the status of a row of your own: applying the same status twice changes nothing.
    private static Task ApplyAsync(string id, EnforcementStatus status, CancellationToken ct) => Task.CompletedTask;
}
#endregion
