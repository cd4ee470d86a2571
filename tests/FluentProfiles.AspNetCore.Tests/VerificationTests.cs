using System.Net;
using FluentProfiles.Tests.Webhooks;
using Microsoft.Extensions.Logging;

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

    [Theory]
    [InlineData("Hooks:Tolerance", "soon", "InvalidOperationException")]
    [InlineData("Hooks:Tolerance", "00:00:00", "TargetInvocationException")]
    [InlineData("Hooks:IncludeOtherEvents", "perhaps", "InvalidOperationException")]
    public async Task ReloadedOptionsThatCanNotBeRead_LeaveThePreviousInForce(string key, string value, string type)
    {
        await using var app = await WebhookApplication.StartAsync(options: UseSecretUnlessConfigured);

        Refuse(app, (key, value));

        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(WebhookApplication.Event("wevt_2"))));
        Assert.Equal(["wevt_1", "wevt_2"], app.Handled);
        var entry = Assert.Single(app.Log.Entries, entry => entry.Event.Name is "OptionsRefused" or "HandlerFailed");
        Assert.Equal((6, LogLevel.Error), (entry.Event.Id, entry.Level));
        Assert.EndsWith($"stay in force: creating the reloaded options threw {type}", entry.Text);
    }

    /// <summary>A reload while the provider is in use: the secrets in force are still the provider's.</summary>
    [Fact]
    public async Task ReloadedOptionsThatCanNotBeRead_LeaveTheProviderInUse()
    {
        var secret = SignedMessage.Secret;
        await using var app = await WebhookApplication.StartAsync(options: options =>
            options.SecretsProvider = _ => new([secret])
        );
        Refuse(app, ("Hooks:Tolerance", "soon"));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));

        secret = SignedMessage.OtherSecret;

        Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(secret: secret)));
    }

    [Fact]
    public async Task MethodThatThrowsDuringAReload_IsCalledAgainUntilItSucceeds()
    {
        var (isSealed, secret) = (false, SignedMessage.Secret);
        await using var app = await WebhookApplication.StartAsync(options: options =>
            options.Secrets.Add(isSealed ? throw new ArgumentException("secret of the vault") : secret)
        );
        (isSealed, secret) = (true, SignedMessage.OtherSecret);
        Refuse(app);
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of(secret: secret)));

        isSealed = false;
        app.Clock.Advance(TimeSpan.FromSeconds(30));

        // The messages do not wait for it.
        for (var i = 0; i < 1_000 && await app.StatusOfAsync(SignedMessage.Of(secret: secret)) != 204; i++)
            await Task.Yield();
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of(secret: secret)));
        Assert.Equal(401, await app.StatusOfAsync(SignedMessage.Of()));
        Assert.Single(app.Log.Entries, entry => entry.Event.Name == "OptionsRefused");
        Assert.DoesNotContain(app.Log.Entries, entry => entry.Text.Contains("secret of the vault"));
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

    /// <summary>The monitor tells whoever reloads that the options can't be created.</summary>
    private static void Refuse(WebhookApplication app, params (string Key, string? Value)[] values) =>
        Assert.ThrowsAny<Exception>(() => app.Configuration.Replace(values));

    private static void UseSecretUnlessConfigured(ProfileWebhooksOptions options)
    {
        if (options.Secrets.Count == 0)
            options.Secrets.Add(SignedMessage.Secret);
    }
}
