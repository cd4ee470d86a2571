using System.Net.Http.Headers;

namespace FluentProfiles.Tests.Http.Transport;

public sealed class CallersHttpClientTests
{
    [Fact]
    public async Task Client_IsUsedButNeitherChangedNorDisposedOf()
    {
        await using var service = await TestService.StartAsync(3);
        using var http = new HttpClient
        {
            BaseAddress = new("https://elsewhere.test/"),
            Timeout = TimeSpan.FromHours(1),
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "b3RoZXI=");
        http.DefaultRequestHeaders.Add("x-mine", "yes");
        var before = http.DefaultRequestHeaders.ToString();

        using (var client = Over(service, http))
            Assert.Equal(3, (await client.Query().ToListAsync()).Count);
        using (var client = Over(service, http))
            await client.GetAsync(TestProfiles.IdOf(1));

        Assert.Equal(before, http.DefaultRequestHeaders.ToString());
        Assert.Equal((new Uri("https://elsewhere.test/"), TimeSpan.FromHours(1)), (http.BaseAddress, http.Timeout));
        Assert.All(
            service.Emulator.Requests,
            request =>
                Assert.Equal(
                    ($"Bearer {TestService.Key}", "yes"),
                    (request.Headers["Authorization"], request.Headers["x-mine"])
                )
        );
    }

    [Fact]
    public async Task TransportBesideAClient_Wins()
    {
        await using var service = await TestService.StartAsync(3);
        using var http = new HttpClient(new FailingHandler(after: 0));
        using var used = new HttpClient();
        using var client = new ProfilesClient(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = TestService.Key,
                Transport = TransportKind.HttpClient.Over(used),
            },
            http
        );

        Assert.Equal(3, await client.Query().CountAsync());
    }

    [Theory]
    [OverBothTransports]
    public async Task TransportOfAClientDisposedOf_StaysOpen(TransportKind kind)
    {
        await using var service = await TestService.StartAsync(3);
        using var http = new HttpClient();
        var transport = kind.Over(http);
        for (var i = 0; i < 2; i++)
        {
            using var client = new ProfilesClient(
                new()
                {
                    BaseUrl = service.Emulator.BaseUrl,
                    ApiKey = TestService.Key,
                    Transport = transport,
                }
            );
            Assert.Equal(3, await client.Query().CountAsync());
        }
    }

    private static ProfilesClient Over(TestService service, HttpClient http) =>
        new(new() { BaseUrl = service.Emulator.BaseUrl, ApiKey = TestService.Key }, http);
}
