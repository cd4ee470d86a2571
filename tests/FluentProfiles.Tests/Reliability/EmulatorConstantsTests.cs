using System.Net;
using System.Text;
using System.Text.Json;
using FluentProfiles.Emulator;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Writing.Single;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Reliability;

/// <summary>The emulator is an independent witness, so it has copies of the service's constants. Each accepts and rejects the same as
/// the library's constant.</summary>
public sealed class EmulatorConstantsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly HttpClient http = new();
    private ProfileEmulator emulator = null!;

    public async Task InitializeAsync() =>
        emulator = await ProfileEmulator.StartAsync(new() { Count = 1, TimeProvider = new FakeTimeProvider(Now) });

    [Fact]
    public async Task LargestPage_IsTheLibrarys()
    {
        Assert.Equal(HttpStatusCode.OK, await GetAsync($"{Endpoint.Root}?limit={PageLimits.Largest}"));
        Assert.Equal(HttpStatusCode.BadRequest, await GetAsync($"{Endpoint.Root}?limit={PageLimits.Largest + 1}"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("s", HttpStatusCode.NotFound)]
    public async Task Root_IsTheLibrarys(string more, HttpStatusCode status) =>
        Assert.Equal(status, await GetAsync(Endpoint.Root + more));

    [Theory]
    [InlineData("DE")]
    [InlineData("ZZ")]
    [InlineData("de")]
    [InlineData("De")]
    [InlineData("D")]
    [InlineData("DEU")]
    [InlineData("D1")]
    [InlineData("ÄÖ")]
    [InlineData("D ")]
    public async Task Country_FollowsTheRuleOfTheLibrary(string country) =>
        Assert.Equal(
            IsAllowedHere(nameof(ExternalUserDetails.Country), country),
            await IsAcceptedAsync("country", country)
        );

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(59_999)]
    [InlineData(60_000)]
    [InlineData(60_001)]
    [InlineData(120_000)]
    public async Task TimeAhead_FollowsTheRuleOfTheLibrary(int milliseconds)
    {
        var time = Now.AddMilliseconds(milliseconds).ToString("O");

        var allowed = IsAllowedHere(nameof(ExternalUserDetails.OnboardedAt), time);

        Assert.Equal(milliseconds <= 60_000, allowed);
        Assert.Equal(allowed, await IsAcceptedAsync("onboarded_at", time));
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await emulator.DisposeAsync();
    }

    private static bool IsAllowedHere(string property, string text)
    {
        var field = ProfileSchema.Of(typeof(ExternalUserDetails)).Single(field => field.Property.Name == property);
        return Record.Exception(() => Limits.Check(field, property, text, Now, null)) switch
        {
            null => true,
            ArgumentException => false,
            var other => throw other,
        };
    }

    private async Task<bool> IsAcceptedAsync(string name, string value)
    {
        var body = JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["external_user_details"] = new Dictionary<string, string> { [name] = value },
            }
        );
        using var request = RequestOf(HttpMethod.Post, Endpoint.Root);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var status = await SendAsync(request);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status}");
        return status == HttpStatusCode.OK;
    }

    private async Task<HttpStatusCode> GetAsync(string target)
    {
        using var request = RequestOf(HttpMethod.Get, target);
        return await SendAsync(request);
    }

    private HttpRequestMessage RequestOf(HttpMethod method, string target)
    {
        HttpRequestMessage request = new(method, emulator.BaseUrl + target);
        request.Headers.Add("x-api-key", TestService.Key);
        request.Headers.Add("anthropic-version", "2026-10-21");
        return request;
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
