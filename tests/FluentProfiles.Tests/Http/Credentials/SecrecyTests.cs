using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http;

/// <summary>The key shows nowhere but in its header.</summary>
public sealed class SecrecyTests
{
    private const string Key = "sk-very-secret-0123456789";

    [Theory]
    [OverBothTransports(200, "<html>")]
    [OverBothTransports(
        401,
        "{\"error\":{\"type\":\"authentication_error\",\"message\":\"Bearer " + Key + " is wrong\"}}"
    )]
    [OverBothTransports(500, "")]
    public async Task FailedAnswer_HidesTheKey(TransportKind kind, int status, string body)
    {
        await using var service = await kind.StartAsync(configureClient: options => options.ApiKey = Key);
        service.Emulator.Intercept = _ => EmulatorResponse.Text(status, body);

        AssertHidden(await Assert.ThrowsAnyAsync<ProfilesException>(async () => await service.Query().ToListAsync()));
    }

    [Theory]
    [OverBothTransports]
    public async Task BrokenConnection_HidesTheKey(TransportKind kind)
    {
        await using var server = new RawServer("");
        using var http = new HttpClient();
        using var client = new ProfilesClient(
            new()
            {
                BaseUrl = server.BaseUrl,
                AuthToken = Key,
                MaxRetries = 0,
                Transport = kind.Over(http),
            }
        );

        AssertHidden(await client.FailAsync<ProfilesConnectionException>());
    }

    [Fact]
    public async Task WrongSetup_HidesTheKey()
    {
        var options = new ProfilesClientOptions { ApiKey = Key + "\n" };
        using var client = new ProfilesClient(options);

        AssertHidden(await client.FailAsync<ProfilesConfigurationException>());
        options.BaseUrl = $"https://{Key}@h.test";
        AssertHidden(Assert.Throws<ProfilesConfigurationException>(() => new ProfilesClient(options)));
        Assert.DoesNotContain(Key, $"{client} {options} {client.Query()} {client.Query().Explain()}");
    }

    private static void AssertHidden(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            Assert.DoesNotContain(Key, $"{cause.Message} {cause}");
    }
}
