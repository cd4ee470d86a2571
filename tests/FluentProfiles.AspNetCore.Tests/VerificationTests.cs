using System.Net;
using FluentProfiles.Tests.Webhooks;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>Which messages an endpoint takes.</summary>
public sealed class VerificationTests
{
    private const string Wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    [Fact]
    public async Task GenuineMessage_IsHandledBefore204()
    {
        await using var app = await WebhookApplication.StartAsync();

        using var response = await app.PostEventAsync("wevt_1");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["wevt_1"], app.Handled);
    }

    [Fact]
    public async Task Forgery_IsAnsweredWith401()
    {
        await using var app = await WebhookApplication.StartAsync();
        var genuine = SignedMessage.Of();

        Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of(secret: SignedMessage.OtherSecret)));
        Assert.Equal(401, await app.StatusOfAsync(genuine with { Body = [.. genuine.Body, (byte)' '] }));
        Assert.Equal(401, await app.StatusOfAsync(genuine with { Id = "msg_2" }));
        Assert.Equal(401, await app.StatusOfAsync(genuine with { Timestamp = "1795685401" }));
        Assert.Equal(401, await app.StatusOfAsync(genuine with { Body = [] }));
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task MalformedMessage_IsAnsweredWith400()
    {
        await using var app = await WebhookApplication.StartAsync();
        var genuine = SignedMessage.Of();

        Assert.Equal(400, await app.StatusOfAsync(genuine with { Id = null }));
        Assert.Equal(400, await app.StatusOfAsync(genuine with { Timestamp = null }));
        Assert.Equal(400, await app.StatusOfAsync(genuine with { Signatures = null }));
        Assert.Equal(400, await app.StatusOfAsync(genuine with { Signatures = "v2,AAAA" }));
        Assert.Equal(400, await app.StatusOfAsync(genuine with { Timestamp = "yesterday" }));
        Assert.Equal(400, await app.StatusOfAsync(SignedMessage.Of("not json")));
        Assert.Equal(400, await app.StatusOfAsync(SignedMessage.Of("{}")));
        Assert.Empty(app.Handled);
    }

    [Theory]
    [InlineData(300, 204)]
    [InlineData(-300, 204)]
    [InlineData(301, 400)]
    [InlineData(-301, 400)]
    [InlineData(86_400, 400)]
    public async Task AReplay_IsTakenWithinTheTolerance(int age, int status)
    {
        await using var app = await WebhookApplication.StartAsync();

        Assert.Equal(status, await app.StatusOfAsync(WebhookApplication.Aged(age)));
        Assert.Equal(status == 204 ? 1 : 0, app.Handled.Count);
    }

    [Fact]
    public async Task SeveralSignatures_AreReadFromOneLineOrMore()
    {
        await using var app = await WebhookApplication.StartAsync();
        var genuine = SignedMessage.Of();
        var right = genuine.Signatures;

        Assert.Equal(204, await app.StatusOfAsync(genuine with { Signatures = $"{Wrong} {right} {Wrong}" }));
        using var lines = await app.PostAsync(
            genuine with
            {
                Signatures = null,
            },
            request => request.Headers.Add("webhook-signature", [Wrong, right])
        );

        Assert.Equal(HttpStatusCode.NoContent, lines.StatusCode);
    }

    [Fact]
    public async Task BothSecrets_AreTakenDuringARotation()
    {
        await using var app = await WebhookApplication.StartAsync(options: options =>
        {
            options.Secrets.Add(SignedMessage.Secret);
            options.Secrets.Add(SignedMessage.OtherSecret);
        });

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(secret: SignedMessage.OtherSecret)));
    }

    [Fact]
    public async Task ReloadedSecret_IsUsedForTheNextMessage()
    {
        await using var app = await WebhookApplication.StartAsync(options: UseSecretUnlessConfigured);

        app.Configuration.Replace([("Hooks:Secrets:0", SignedMessage.OtherSecret)]);

        Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(secret: SignedMessage.OtherSecret)));
    }

    [Fact]
    public async Task InvalidReloadedSecret_LeavesThePreviousInForce()
    {
        await using var app = await WebhookApplication.StartAsync(options: UseSecretUnlessConfigured);

        app.Configuration.Replace([("Hooks:Secrets:0", "whsec_!?")]);

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        var entry = Assert.Single(app.Log.Entries, entry => entry.Event.Name == "SecretsRefused");
        Assert.Contains("secrets[0] is not base64", entry.Text);
        Assert.DoesNotContain("!?", entry.Text);
    }

    [Fact]
    public async Task Provider_IsAskedForEachMessage()
    {
        var (asked, secret) = (0, SignedMessage.Secret);
        await using var app = await WebhookApplication.StartAsync(options: options =>
            options.SecretsProvider = _ =>
            {
                asked++;
                return asked == 2 ? throw new IOException("The vault is sealed.") : new([secret]);
            }
        );

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(503, await app.StatusOfAsync(SignedMessage.Of()));
        secret = SignedMessage.OtherSecret;
        Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(secret: secret)));
        Assert.Equal(4, asked);
    }

    private static void UseSecretUnlessConfigured(ProfileWebhooksOptions options)
    {
        if (options.Secrets.Count == 0)
            options.Secrets.Add(SignedMessage.Secret);
    }
}
