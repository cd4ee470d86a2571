using System.Text.Json;
using FluentProfiles.Emulator;
using Probe;

namespace FluentProfiles.Samples.Tests.Probe;

public sealed class ProbeCommandTests
{
    [Fact]
    public async Task WithoutKey_AsksAnEmulator()
    {
        using SampleProcess process = new("Probe", "--write --json");

        var (code, output, error) = await process.EndAsync();

        Assert.Equal(0, code);
        Assert.Contains("an emulator with 10,000 profiles", error);
        Assert.Contains("requests are sent. One profile is created and deleted again.", error);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((28, 0), (report.GetProperty("holds").GetInt32(), report.GetProperty("violated").GetInt32()));
    }

    [Fact]
    public async Task KeyOfAGateway_GoesToTheGatewayAndIntoNoReport()
    {
        await using var gateway = await ProfileEmulator.StartAsync(
            new() { Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Not with key-of-the-gateway") }
        );
        using SampleProcess process = new(
            "Probe",
            "",
            ("ANTHROPIC_BASE_URL", gateway.BaseUrl),
            ("ANTHROPIC_API_KEY", "key-of-the-gateway"),
            ("ANTHROPIC_WORKSPACE_ID", "wrkspc_1")
        );

        var (code, output, error) = await process.EndAsync();

        Assert.Equal(2, code);
        Assert.Contains("the service answered 403 permission_error", output);
        Assert.DoesNotContain("key-of-the-gateway", output + error);
        Assert.DoesNotContain(gateway.BaseUrl, output);
        Assert.All(
            gateway.Requests,
            request => Assert.Equal("Bearer key-of-the-gateway", request.Headers["Authorization"])
        );
        Assert.All(gateway.Requests, request => Assert.Equal("wrkspc_1", request.Headers["anthropic-workspace-id"]));
    }

    [Fact]
    public async Task PlainHttpToAnotherMachine_IsRefusedInWords()
    {
        using SampleProcess process = new(
            "Probe",
            "",
            ("ANTHROPIC_BASE_URL", "http://example.com"),
            ("ANTHROPIC_API_KEY", "any-key")
        );

        var (code, output, error) = await process.EndAsync();

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("http", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Theory]
    [InlineData("--cursor-age -1", "--cursor-age is a number of seconds, 0 or more.")]
    [InlineData("--cursor-age soon", "soon")]
    [InlineData("--wirte", "Unrecognized command or argument '--wirte'.")]
    [InlineData("report.json", "Unrecognized command or argument 'report.json'.")]
    public void WrongArguments_AreNamed(string line, string problem)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        var code = ProbeCommand.Create().Parse(line).Invoke(new() { Output = output, Error = error });

        Assert.Equal(1, code);
        Assert.Contains(problem, error.ToString());
    }
}
