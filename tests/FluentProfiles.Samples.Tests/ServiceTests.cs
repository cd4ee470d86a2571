using FluentProfiles.Emulator;

namespace FluentProfiles.Samples.Tests;

public sealed class ServiceTests : IAsyncLifetime
{
    private ProfileEmulator gateway = null!;

    public async Task InitializeAsync() =>
        gateway = await ProfileEmulator.StartAsync(
            new() { Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Not with this key") }
        );

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Theory]
    [InlineData("Aot")]
    [InlineData("CsvExport")]
    [InlineData("DailyChanges")]
    [InlineData("Quickstart")]
    public async Task KeyOfAGateway_GoesToTheGateway(string sample)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sample");
        using SampleProcess process = new(
            sample,
            sample is "CsvExport" or "DailyChanges" ? $"\"{file}\"" : "",
            ("ANTHROPIC_BASE_URL", gateway.BaseUrl),
            ("ANTHROPIC_API_KEY", "key-of-the-gateway"),
            ("ANTHROPIC_WORKSPACE_ID", "wrkspc_1")
        );

        var (code, output, error) = await process.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("Not with this key", output + error);
        Assert.DoesNotContain("key-of-the-gateway", output + error);
        AssertSent("Bearer key-of-the-gateway", "wrkspc_1");
        // The mirror of DailyChanges is there, and has no profiles.
        Assert.Equal(sample == "DailyChanges", File.Exists(file));
        File.Delete(file);
    }

    [Fact]
    public async Task Web_SendsAKeyOfAGatewayToTheGateway()
    {
        using SampleProcess process = new(
            "Web",
            "--urls http://127.0.0.1:0",
            ("ANTHROPIC_BASE_URL", gateway.BaseUrl),
            ("ANTHROPIC_API_KEY", "key-of-the-gateway"),
            ("ANTHROPIC_WORKSPACE_ID", "wrkspc_1")
        );
        using HttpClient browser = new();

        var line = await process.LineWithAsync("Now listening on: ");
        await browser.GetAsync(line[line.IndexOf("http", StringComparison.Ordinal)..]);

        AssertSent("Bearer key-of-the-gateway", "wrkspc_1");
    }

    [Fact]
    public async Task Token_IsUsedWhereThereIsNoKey()
    {
        using SampleProcess process = new(
            "Quickstart",
            "",
            ("ANTHROPIC_BASE_URL", gateway.BaseUrl),
            ("ANTHROPIC_API_KEY", ""),
            ("ANTHROPIC_AUTH_TOKEN", "token-of-the-gateway")
        );

        await process.EndAsync();

        AssertSent("Bearer token-of-the-gateway", null);
    }

    [Theory]
    [InlineData("Aot", "first")]
    [InlineData("Quickstart", "")]
    public async Task NoKey_StartsAnEmulator(string sample, string arguments)
    {
        using SampleProcess process = new(sample, arguments, ("ANTHROPIC_BASE_URL", gateway.BaseUrl));

        var (code, output, error) = await process.EndAsync();

        Assert.Equal(0, code);
        Assert.Contains("an emulator with 10,000 profiles", output + error);
        Assert.Empty(gateway.Requests);
    }

    private void AssertSent(string authorization, string? workspace) =>
        Assert.All(
            gateway.Requests.Select(request => request.Headers).DefaultIfEmpty(new Dictionary<string, string>()),
            headers =>
            {
                Assert.Equal(authorization, headers.GetValueOrDefault("Authorization"));
                Assert.Equal(workspace, headers.GetValueOrDefault("anthropic-workspace-id"));
            }
        );
}
