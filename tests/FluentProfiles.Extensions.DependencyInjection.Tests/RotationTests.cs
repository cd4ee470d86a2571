using FluentProfiles.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Hosting.Tests;

/// <summary>A reload of the options changes the key of the next request, even within a run.</summary>
public sealed class RotationTests
{
    [Fact]
    public async Task ReloadedKey_IsTheNextRequests()
    {
        await using var service = await HostedService.StartAsync(count: 250);
        service.ConfigureSection(("PrefetchPages", "0"));
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var client = await service.ClientAsync();

        await foreach (var page in client.Query().AsPages())
        {
            if (service.Emulator.Requests.Count == 1)
                service.ConfigureSection(("ApiKey", null), ("AuthToken", "token-after-rotation"));
        }

        Assert.Equal([HostedService.Key, "token-after-rotation", "token-after-rotation"], service.Keys);
    }

    [Fact]
    public async Task RefusedReload_IsLoggedOnceAndTheKeyStays()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var client = await service.ClientAsync();
        await client.Query().FirstAsync();

        Refuse(() => service.ConfigureSection(("ApiKey", null), ("ApiKye", "new-secret")));
        await client.Query().FirstAsync();
        await client.Query().FirstAsync();

        Assert.Equal(Enumerable.Repeat(HostedService.Key, 3), service.Keys);
        var logged = Assert.Single(service.Log.Entries, entry => entry.Level >= LogLevel.Warning);
        Assert.Equal((1, "ReloadRefused"), (logged.Event.Id, logged.Event.Name));
        Assert.Contains("FluentProfiles:ApiKye is not an option (did you mean ApiKey?).", logged.Text);
        Assert.DoesNotContain("secret", logged.Text);
    }

    [Fact]
    public async Task MendedReload_TakesEffect()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var client = await service.ClientAsync();

        Refuse(() => service.ConfigureSection(("ApiKey", "")));
        await client.Query().FirstAsync();
        service.ConfigureSection(("ApiKey", "key-after-rotation"));
        await client.Query().FirstAsync();

        Assert.Equal([HostedService.Key, "key-after-rotation"], service.Keys);
    }

    [Fact]
    public async Task MethodThatThrowsAtAReload_IsCalledAgainUntilItSucceeds()
    {
        await using var service = await HostedService.StartAsync();
        Vault vault = new();
        FakeTimeProvider clock = new();
        var client = await UsedClientAsync(service, vault, clock);

        (vault.IsSealed, vault.Key) = (true, "key-after-rotation");
        Refuse(() => service.ConfigureSection());
        await client.Query().FirstAsync();
        vault.IsSealed = false;
        await client.Query().FirstAsync();
        Assert.Equal(Enumerable.Repeat(HostedService.Key, 3), service.Keys);

        clock.Advance(TimeSpan.FromSeconds(30));
        // The requests do not wait for it.
        for (var i = 0; i < 1_000 && service.Keys.Last() != vault.Key; i++)
            await client.Query().FirstAsync();

        Assert.Equal(vault.Key, service.Keys.Last());
        var logged = Assert.Single(service.Log.Entries, entry => entry.Level >= LogLevel.Warning);
        Assert.EndsWith("creating the reloaded options threw IOException", logged.Text);
    }

    /// <summary>A client whose key comes from the vault, and which has sent a request.</summary>
    private static async Task<IProfilesClient> UsedClientAsync(HostedService service, Vault vault, TimeProvider clock)
    {
        service.Services.AddSingleton(clock);
        vault.AddTo(service);
        var client = await service.ClientAsync();
        await client.Query().FirstAsync();
        return client;
    }

    /// <summary>A vault that stays down is tried at intervals, and told once.</summary>
    [Fact]
    public async Task MethodThatGoesOnThrowing_IsCalledAtIntervals()
    {
        await using var service = await HostedService.StartAsync();
        Vault vault = new();
        FakeTimeProvider clock = new();
        var client = await UsedClientAsync(service, vault, clock);
        vault.IsSealed = true;
        Refuse(() => service.ConfigureSection());
        await client.Query().FirstAsync();

        for (var tries = 1; tries <= 3; tries++)
        {
            var before = vault.Calls;
            for (var i = 0; i < 5; i++)
                await client.Query().FirstAsync();
            Assert.Equal(before, vault.Calls);
            clock.Advance(TimeSpan.FromSeconds(30));
            for (var i = 0; i < 1_000 && vault.Calls == before; i++)
                await client.Query().FirstAsync();
            Assert.Equal(before + 1, vault.Calls);
        }

        Assert.All(service.Keys, key => Assert.Equal(HostedService.Key, key));
        Assert.Single(service.Log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task ClientMadeAfterAFailedReload_HasTheOptionsOfNow()
    {
        await using var service = await HostedService.StartAsync();
        Vault vault = new();
        vault.AddTo(service);
        var container = await service.RunAsync();
        vault.IsSealed = true;
        Refuse(() => service.ConfigureSection());
        (vault.IsSealed, vault.Key) = (false, "key-after-rotation");

        await container.GetRequiredService<IProfilesClient>().Query().FirstAsync();

        Assert.Equal(["key-after-rotation"], service.Keys);
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task RefusedKey_IsSentOnce()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(401, "authentication_error", "No.");
        var client = await service.ClientAsync();

        await Assert.ThrowsAsync<ProfilesAuthenticationException>(() => client.Query().FirstAsync().AsTask());

        Assert.Equal([HostedService.Key], service.Keys);
    }

    [Fact]
    public async Task KeyReloadedBeforeARefusal_IsSentAtOnce()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        service.Emulator.Intercept = request =>
        {
            if (!request.Headers["Authorization"].EndsWith(HostedService.Key, StringComparison.Ordinal))
                return null;
            service.ConfigureSection(("ApiKey", "key-after-rotation"));
            return EmulatorResponse.Error(401, "authentication_error", "No.");
        };

        await (await service.ClientAsync()).Query().FirstAsync();

        Assert.Equal([HostedService.Key, "key-after-rotation"], service.Keys);
    }

    /// <summary>The monitor tells whoever reloads that the options are refused.</summary>
    private static void Refuse(Action reload) => Assert.ThrowsAny<Exception>(reload);
}
