using System.Net;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class UserProfileRedirectTests
{
    private const string Header = "anthropic-user-profile-id";

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    public async Task AClientOfAContainer_FollowsNoRedirect(HttpStatusCode status)
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        await using var elsewhere = await ProfileEmulator.StartAsync();
        Redirect(service, $"{elsewhere.BaseUrl}/v1/models", (int)status);

        using var response = await SendAsync(service, builder => builder.AddUserProfile("user-7"));

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task SettingsOfTheDefaultHandler_LeaveItSo()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        await using var elsewhere = await ProfileEmulator.StartAsync();
        Redirect(service, $"{elsewhere.BaseUrl}/v1/models");

        using var response = await SendAsync(
            service,
            builder =>
                builder
                    .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1))
                    .AddUserProfile("user-7")
        );

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AHandlerOfTheApplicationThatFollows_IsAFailure(bool isFirst)
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        await using var elsewhere = await ProfileEmulator.StartAsync();
        Redirect(service, $"{elsewhere.BaseUrl}/v1/models");

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            SendAsync(
                service,
                builder =>
                    isFirst
                        ? builder.ConfigurePrimaryHttpMessageHandler(Following).AddUserProfile("user-7")
                        : builder.AddUserProfile("user-7").ConfigurePrimaryHttpMessageHandler(Following)
            )
        );

        Assert.Equal("uprof_000007", Assert.Single(elsewhere.Requests).Headers[Header]);
        Assert.StartsWith(
            $"The GET was redirected to {new Uri(elsewhere.BaseUrl).Authority}, and the HttpClient that carries the requests took the header {Header} along, so that server has the id of the profile. Set AllowAutoRedirect of its handler to false",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("uprof_", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectThatStaysOnTheServer_IsFollowed()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        Redirect(service, $"{service.Emulator.BaseUrl}/v1/moved");

        using var response = await SendAsync(
            service,
            builder => builder.AddUserProfile("user-7").ConfigurePrimaryHttpMessageHandler(Following)
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task ARequestWithoutTheHeader_IsTheApplicationsMatter()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        await using var elsewhere = await ProfileEmulator.StartAsync();
        Redirect(service, $"{elsewhere.BaseUrl}/v1/models");

        using var response = await SendAsync(
            service,
            builder => builder.AddUserProfile((_, _) => null).ConfigurePrimaryHttpMessageHandler(Following)
        );

        Assert.DoesNotContain(Header, Assert.Single(elsewhere.Requests).Headers.Keys);
    }

    [Fact]
    public async Task ADefaultHeaderOfTheClient_Stays()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);

        using var response = await SendAsync(
            service,
            builder =>
                builder
                    .ConfigureHttpClient(client => client.DefaultRequestHeaders.Add(Header, "uprof_default"))
                    .AddUserProfile("user-7")
        );

        Assert.Equal("uprof_default", Assert.Single(service.Emulator.Requests).Headers[Header]);
    }

    private static SocketsHttpHandler Following() => new() { UseProxy = false, AllowAutoRedirect = true };

    private static void Redirect(MirroredService service, string target, int status = 307) =>
        service.Emulator.Intercept = request =>
            request.PathAndQuery switch
            {
                "/v1/models" => EmulatorResponse.Text(status, "").WithHeader("Location", target),
                "/v1/moved" => EmulatorResponse.Json(200, "{}"),
                _ => null,
            };

    private static async Task<HttpResponseMessage> SendAsync(
        MirroredService service,
        Func<IHttpClientBuilder, IHttpClientBuilder> configure
    )
    {
        ServiceCollection services = new();
        services.AddSingleton(service.Mirror);
        _ = configure(services.AddHttpClient("claude"));
        await using var container = services.BuildServiceProvider();
        using var client = container.GetRequiredService<IHttpClientFactory>().CreateClient("claude");
        // Redirects drop Authorization.
        client.DefaultRequestHeaders.Add("x-api-key", "key-of-a-test");
        return await client.GetAsync($"{service.Emulator.BaseUrl}/v1/models");
    }
}
