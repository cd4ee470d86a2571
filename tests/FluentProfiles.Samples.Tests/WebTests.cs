using System.Net;
using System.Text.RegularExpressions;
using FluentProfiles.Emulator;
using Microsoft.AspNetCore.Builder;
using Web;

namespace FluentProfiles.Samples.Tests;

public sealed class WebTests : IAsyncLifetime
{
    private readonly HttpClient browser = new();
    private ProfileEmulator emulator = null!;
    private WebApplication site = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 1_000 });
        site = Site.Build(
            ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"],
            options => (options.BaseUrl, options.ApiKey) = (emulator.BaseUrl, "any-key"),
            ProfilesClient.CreateHandler
        );
        await site.StartAsync();
        browser.BaseAddress = new Uri(site.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task JsonLines_AreAllProfilesOfTheStatus()
    {
        var text = await browser.GetStringAsync("/profiles.jsonl?status=restricted");

        var expected = emulator.Profiles.Where(p => p.EnforcementStatus == EnforcementStatus.Restricted);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Select(p => p.Id), lines.Select(line => IdIn(line)));
    }

    [Fact]
    public async Task ReaderWhoGoesAway_EndsTheQuery()
    {
        TaskCompletionSource<CancellationToken> third = new();
        emulator.BeforeResponse = async (_, ct) =>
        {
            if (emulator.Requests.Count < 3)
                return;
            third.TrySetResult(ct);
            await Task.Delay(Timeout.Infinite, ct);
        };

        var response = await browser.GetAsync("/profiles.jsonl", HttpCompletionOption.ResponseHeadersRead);
        var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.StartsWith("uprof_", IdIn((await lines.ReadLineAsync())!));
        var held = await third.Task.WaitAsync(TimeSpan.FromSeconds(30));
        response.Dispose();

        await CancelledAsync(held);
        Assert.Equal(3, emulator.Requests.Count);
    }

    [Fact]
    public async Task FailureAfterTheFirstLine_EndsTheAnswer()
    {
        emulator.Intercept = _ =>
            emulator.Requests.Count >= 3 ? EmulatorResponse.Error(403, "permission_error", "No longer") : null;

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => browser.GetStringAsync("/profiles.jsonl"));
    }

    [Theory]
    [InlineData("status=restrcted")]
    [InlineData("status=Restricted")]
    [InlineData("country=DE&status=all")]
    public async Task JsonLinesOfAnUnknownStatus_AreRefusedInWords(string query)
    {
        var answer = await browser.GetAsync($"/profiles.jsonl?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "is not a status. Use one of: unrestricted, pending, restricted, banned.",
            await answer.Content.ReadAsStringAsync()
        );
        Assert.Empty(emulator.Requests);
    }

    private static string IdIn(string line) => Regex.Match(line, "^{\"id\":\"([^\"]*)\"").Groups[1].Value;

    private static async Task CancelledAsync(CancellationToken token)
    {
        TaskCompletionSource cancelled = new();
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
