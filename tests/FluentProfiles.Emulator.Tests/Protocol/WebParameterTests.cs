using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace FluentProfiles.Emulator.Tests.Protocol;

/// <summary>Extensible enums as parameters of web endpoints and in configurations.</summary>
public sealed class WebParameterTests : IAsyncLifetime
{
    private readonly WebApplication application = WebApplication.CreateSlimBuilder().Build();
    private readonly HttpClient client = new();

    public async Task InitializeAsync()
    {
        application.Urls.Add("http://127.0.0.1:0");
        application.MapGet("/route/{status}", (EnforcementStatus status) => $"{status} {status.IsKnown}");
        application.MapGet("/query", (AccessType type, EntityType? kind) => $"{type}/{kind?.ToString() ?? "none"}");
        application.MapGet("/array", (EnforcementStatus[] status) => string.Join('+', status));
        application.MapGet("/betas", ([FromQuery(Name = "b")] AnthropicBeta[] betas) => string.Join('+', betas));
        application.MapGet("/header", ([FromHeader(Name = "x-reason")] EnforcementReason reason) => $"{reason}");
        application.MapGet("/all", ([AsParameters] Filter filter) => $"{filter.Status} {filter.Type}");
        await application.StartAsync();
        client.BaseAddress = new(application.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await application.DisposeAsync();
    }

    [Theory]
    [InlineData("/route/banned", "banned True")]
    [InlineData("/route/brand%20new", "brand new False")]
    [InlineData("/query?type=application", "application/none")]
    [InlineData("/query?type=application&kind=business", "application/business")]
    [InlineData("/array?status=banned&status=restricted", "banned+restricted")]
    [InlineData("/array", "")]
    [InlineData("/betas?b=user-profiles-2026-09-04&b=new", "user-profiles-2026-09-04+new")]
    [InlineData("/all?status=banned&type=passthrough", "banned passthrough")]
    public async Task Parameter_IsBound(string address, string expected) =>
        Assert.Equal(expected, await client.GetStringAsync(address));

    [Fact]
    public async Task Header_IsBound()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/header") { Headers = { { "x-reason", "high_harm" } } };
        using var answer = await client.SendAsync(request);

        Assert.Equal("high_harm", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task MissingParameter_IsABadRequest()
    {
        using var answer = await client.GetAsync("/query");

        Assert.Equal(StatusCodes.Status400BadRequest, (int)answer.StatusCode);
    }

    [Fact]
    public void Configuration_SetsTheOptions()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Status"] = "banned",
                    ["Type"] = "passthrough",
                    ["Betas:0"] = "user-profiles-2026-09-04",
                    ["Betas:1"] = "brand-new",
                }
            )
            .Build();

        var settings = configuration.Get<Settings>()!;

        Assert.Equal((EnforcementStatus.Banned, AccessType.Passthrough), (settings.Status, settings.Type));
        Assert.Equal([AnthropicBeta.UserProfiles2026_09_04, "brand-new"], settings.Betas);
        Assert.Equal(EnforcementStatus.Banned, configuration.GetValue<EnforcementStatus>("Status"));
    }

    private sealed record Filter(EnforcementStatus Status, AccessType Type);

    private sealed class Settings
    {
        public EnforcementStatus Status { get; set; }

        public AccessType? Type { get; set; }

        public IList<AnthropicBeta> Betas { get; } = [];
    }
}
