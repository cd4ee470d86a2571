using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Hosting.Tests;

public sealed class DataProtectionTests
{
    private static readonly EphemeralDataProtectionProvider Keys = new();

    [Fact]
    public async Task ProtectedToken_ResumesInAnotherInstance()
    {
        await using var one = await StartAsync();
        var first = await PageAsync(await one.ClientAsync(), "DE");

        await using var other = await HostedService.StartAsync();
        other.Services.AddSingleton<IDataProtectionProvider>(Keys);
        other
            .Services.AddFluentProfiles(options =>
            {
                one.Set(options);
                options.MaxRetries = 0;
            })
            .UseDataProtection();
        var second = await PageAsync(await other.ClientAsync(), "DE", first.ResumeToken);

        Assert.Equal(2, second.Items.Count);
        Assert.Empty(second.Items.Intersect(first.Items));
    }

    [Fact]
    public async Task ProtectedToken_ShowsNothingOfTheQueryOrThePosition()
    {
        await using var service = await StartAsync();
        var client = await service.ClientAsync();
        var page = await PageAsync(client, "DE");

        var bytes = Bytes(page.ResumeToken!);

        Assert.DoesNotContain(page.NextPage!, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        // Of two tokens for one place only the format, the shape and the order are the same.
        var again = Bytes((await PageAsync(client, "DE")).ResumeToken!);
        Assert.InRange(bytes.Zip(again).TakeWhile(pair => pair.First == pair.Second).Count(), 0, 30);
    }

    [Theory]
    [InlineData("another value")]
    [InlineData("other keys")]
    [InlineData("no protector")]
    [InlineData("not protected")]
    public async Task TokenThatDoesNotHold_IsRefusedBeforeARequest(string difference)
    {
        await using var service = await StartAsync();
        await using var other = await StartAsync(difference);
        other.Services.Configure<ProfilesClientOptions>(service.Set);
        var from = difference == "not protected" ? "no protector" : "";
        await using var source = await StartAsync(from);
        source.Services.Configure<ProfilesClientOptions>(service.Set);
        var token = (await PageAsync(await source.ClientAsync(), "DE")).ResumeToken;
        var client = await other.ClientAsync();
        service.Emulator.ClearRequests();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() =>
            PageAsync(client, difference == "another value" ? "US" : "DE", token)
        );

        Assert.Contains("protect", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(HostedService.Key, refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task AnyBitChanged_IsRefused()
    {
        await using var service = await StartAsync();
        var client = await service.ClientAsync();
        var token = (await PageAsync(client, "DE")).ResumeToken!;
        service.Emulator.ClearRequests();

        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            await Assert.ThrowsAsync<ArgumentException>(() => PageAsync(client, "DE", changed));
        }
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task Lifetime_EndsByTheClientsClock()
    {
        await using var service = await HostedService.StartAsync(count: 9);
        FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        service.Services.AddSingleton<TimeProvider>(clock);
        service.Services.AddSingleton<IDataProtectionProvider>(Keys);
        service.Services.AddFluentProfiles(service.Set).UseDataProtection(TimeSpan.FromHours(1));
        var query = (await service.ClientAsync()).Query();
        var token = (await query.ToPageAsync(2)).ResumeToken;

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, (await query.ToPageAsync(2, token)).Items.Count);
        clock.Advance(TimeSpan.FromTicks(1));
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => query.ToPageAsync(2, token).AsTask());

        Assert.Contains("lifetime", refusal.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClientWithoutDataProtection_SaysWhatToRegister()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set).UseDataProtection();

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() => service.ClientAsync());

        Assert.Contains("AddDataProtection()", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void LifetimeBelowATick_Throws(int ticks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ServiceCollection().AddFluentProfiles(_ => { }).UseDataProtection(TimeSpan.FromTicks(ticks))
        );

    private static async Task<HostedService> StartAsync(string kind = "")
    {
        var service = await HostedService.StartAsync(count: 20);
        service.Services.AddSingleton<IDataProtectionProvider>(
            kind == "other keys" ? new EphemeralDataProtectionProvider() : Keys
        );
        var builder = service.Services.AddFluentProfiles(service.Set);
        if (kind != "no protector")
            builder.UseDataProtection();
        return service;
    }

    private static Task<ProfilePage<string>> PageAsync(IProfilesClient client, string country, string? token = null) =>
        client
            .Query()
            .WithPageSize(5)
            .Where(p => p.ExternalUserDetails.Country != country)
            .Select(p => p.Id)
            .ToPageAsync(2, token)
            .AsTask();

    private static byte[] Bytes(string token) =>
        Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '='));
}
