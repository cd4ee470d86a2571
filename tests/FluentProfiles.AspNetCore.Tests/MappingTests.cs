using System.Net;
using FluentProfiles.Tests.Webhooks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.AspNetCore.Tests;

/// <summary>The endpoint among those of an application.</summary>
public sealed class MappingTests
{
    [Fact]
    public void NoHandler_IsSaidWhenTheEndpointIsMapped()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddProfileWebhooks(options => options.Secrets.Add(SignedMessage.Secret));

        var failure = Assert.Throws<ProfilesConfigurationException>(() => builder.Build().MapProfileWebhooks("/hooks"));

        Assert.Contains("services.AddScoped<IWebhookHandler, YourHandler>()", failure.Message);
    }

    [Theory]
    [InlineData(null, "at least one signing secret")]
    [InlineData("", "secrets[0] is empty")]
    [InlineData("whsec_!?", "secrets[0] is not base64")]
    public void NoSecret_IsSaidWhenTheEndpointIsMapped(string? secret, string problem)
    {
        var builder = WebApplication.CreateSlimBuilder();
        if (secret is not null)
            builder.Services.AddProfileWebhooks(options => options.Secrets.Add(secret));

        var failure = Assert.Throws<ProfilesConfigurationException>(() =>
            builder.Build().MapProfileWebhooks("/hooks", (_, _) => default)
        );

        Assert.Contains(problem, failure.Message);
        Assert.Contains("services.AddProfileWebhooks(", failure.Message);
        Assert.DoesNotContain("!?", failure.ToString());
    }

    [Fact]
    public void NoProvider_IsAskedWhenTheEndpointIsMapped()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddProfileWebhooks(options =>
            options.SecretsProvider = _ => throw new NotSupportedException()
        );

        builder.Build().MapProfileWebhooks("/hooks", (_, _, _) => default);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task OtherMethods_AreNotAllowed(string method)
    {
        await using var app = await WebhookApplication.StartAsync();

        using var response = await app.PostAsync(SignedMessage.Of(), request => request.Method = new(method));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task ATrailingSlash_IsTheSameAddress()
    {
        await using var app = await WebhookApplication.StartAsync();

        using var response = await app.PostAsync(
            SignedMessage.Of(),
            request => request.RequestUri = new($"{app.Url}/?from=claude")
        );

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task APreflight_IsAnsweredByTheMiddleware()
    {
        await using var app = await WebhookApplication.StartAsync(
            services: services => services.AddCors(),
            pipeline: app => app.UseCors(policy => policy.WithOrigins("https://shop.example"))
        );

        using var response = await app.PostAsync(
            SignedMessage.Of(),
            request =>
            {
                request.Method = HttpMethod.Options;
                request.Headers.Add("Origin", "https://elsewhere.example");
                request.Headers.Add("Access-Control-Request-Method", "POST");
            }
        );

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Empty(app.Handled);
    }

    [Fact]
    public async Task APolicyForAllEndpoints_LetsMessagesIn()
    {
        await using var app = await WebhookApplication.StartAsync(
            services: services =>
            {
                services.AddAuthentication("nobody").AddScheme<AuthenticationSchemeOptions, Nobody>("nobody", null);
                services
                    .AddAuthorizationBuilder()
                    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                services.AddAntiforgery();
            },
            pipeline: app =>
            {
                app.UseAuthentication().UseAuthorization().UseAntiforgery();
                app.MapGet("/page", () => "for users");
            }
        );

        using var page = await app.PostAsync(
            SignedMessage.Of(),
            request => (request.Method, request.RequestUri) = (HttpMethod.Get, new(new Uri(app.Url), "/page"))
        );

        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Equal(204, await app.StatusOfAsync(SignedMessage.Of()));
    }

    [Fact]
    public async Task Conventions_Hold()
    {
        await using var app = await WebhookApplication.StartAsync(conventions: endpoint =>
            endpoint.RequireHost("hooks.example")
        );

        Assert.Equal(404, await app.StatusOfAsync(SignedMessage.Of()));
        using var response = await app.PostAsync(SignedMessage.Of(), request => request.Headers.Host = "hooks.example");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
