using System.CommandLine;
using System.Net;

namespace FluentProfiles.Emulator.Tests.Tool;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_AreRead()
    {
        var options = Read("--address 0.0.0.0 --port 8080 --count 7 --seed -3 --examined-per-page 5 --api-key k");

        Assert.Equal(
            (8080, 7, -3, 5, "k"),
            (options.Port, options.Count, options.Seed, options.ExaminedPerPage, options.ApiKey)
        );
        Assert.Equal(IPAddress.Any, options.Address);
    }

    [Fact]
    public void NoOptions_AreTheDefaults()
    {
        var options = Read("");

        Assert.Equal((0, 10_000, 1, 1_000), (options.Port, options.Count, options.Seed, options.ExaminedPerPage));
        Assert.Equal((IPAddress.Loopback, null), (options.Address, options.ApiKey));
        Assert.Null(options.Faults);
        Assert.Null(options.Answered);
        Assert.False(options.LogRequests);
    }

    [Fact]
    public void Faults_AreRead()
    {
        var faults = Read(
            "--status 429=0.03 --status 529=0.02 --refusal-header retry-after-ms=5 --fault-seed 7 --delay-ms 20 --listing-delay-ms 3000"
                + " --reset-before 0.01 --reset-within 0.02 --reset-after 0.03 --truncated 0.04 --wrong-content 0.05"
                + " --repeated-cursor 0.06 --delayed 0.07 --created 0.08 --deleted 1"
                + " --lost-webhooks 0.1 --repeated-webhooks 0.2 --reordered-webhooks 0.3"
        ).Faults!;

        Assert.Equal(new Dictionary<int, double> { [429] = 0.03, [529] = 0.02 }, faults.Statuses);
        Assert.Equal(new Dictionary<string, string> { ["retry-after-ms"] = "5" }, faults.RefusalHeaders);
        Assert.Equal(
            (7, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(3)),
            (faults.Seed, faults.Delay, faults.ListingDelay)
        );
        Assert.Equal(
            [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 1],
            [
                faults.ResetBefore,
                faults.ResetWithin,
                faults.ResetAfter,
                faults.Truncated,
                faults.WrongContent,
                faults.RepeatedCursor,
                faults.Delayed,
                faults.Created,
                faults.Deleted,
            ]
        );
        Assert.Equal((0.1, 0.2, 0.3), (faults.LostWebhooks, faults.RepeatedWebhooks, faults.ReorderedWebhooks));
        Assert.All(
            typeof(EmulatorFaults).GetProperties().Where(property => property.PropertyType == typeof(double)),
            property => Assert.NotEqual(0.0, property.GetValue(faults))
        );
    }

    [Fact]
    public void Webhooks_AreRead()
    {
        var options = Read("--webhook-url http://hooks.example/x --webhook-secret whsec_YQ== --allow-remote-webhooks");

        Assert.Equal(("http://hooks.example/x", "whsec_YQ==", true), Webhooks(options));
        Assert.Equal(Webhooks(new()), Webhooks(Read("")));

        static (string?, string, bool) Webhooks(ProfileEmulatorOptions options) =>
            (options.WebhookUrl, options.WebhookSecret, options.AllowRemoteWebhooks);
    }

    [Theory]
    [InlineData("--port 8080 --port 9000", 9000)]
    [InlineData("--port=8080 --port 9000 --port:9001", 9001)]
    public void RepeatedOption_TakesTheLastValue(string line, int port) => Assert.Equal(port, Read(line).Port);

    [Theory]
    [InlineData("@secrets")]
    [InlineData("a=b")]
    [InlineData("-health")]
    public async Task Key_IsTakenAsItIs(string key)
    {
        await using ToolRun run = new("--api-key", key);

        await run.AddressAsync();

        Assert.EndsWith($"ANTHROPIC_API_KEY={key}", run.Output.Split('\n')[1].TrimEnd());
    }

    [Theory]
    [InlineData("--cuont 5", "'--cuont' was not matched. Did you mean one of the following?")]
    [InlineData("5", "Unrecognized command or argument '5'.")]
    [InlineData("--count 5 --size 5", "Unrecognized command or argument '--size'.")]
    [InlineData("--port 1 2", "Unrecognized command or argument '2'.")]
    [InlineData("--verbose yes", "Unrecognized command or argument 'yes'.")]
    [InlineData("--port", "--port: the number from 0 to 65535 is missing.")]
    [InlineData("--count 5 --port", "--port: the number from 0 to 65535 is missing.")]
    [InlineData("--port 5 --port", "--port: the number from 0 to 65535 is missing.")]
    [InlineData("--port --count 5", "--port: the number from 0 to 65535 is missing.")]
    [InlineData("--api-key", "--api-key: the key is missing.")]
    [InlineData("--port abc", "--port: abc is not a number from 0 to 65535.")]
    [InlineData("--port 70000", "--port: 70000 is not a number from 0 to 65535.")]
    [InlineData("--port 70000 --port 80", "--port: 70000 is not a number from 0 to 65535.")]
    [InlineData("--count -1", "--count: -1 is not a number from 0 to 2147483647.")]
    [InlineData("--count 1.5", "--count: 1.5 is not a number from 0 to 2147483647.")]
    [InlineData("--examined-per-page 0", "--examined-per-page: 0 is not a number from 1 to 2147483647.")]
    [InlineData("--address everywhere", "--address: everywhere is not a valid IP address.")]
    [InlineData("--status 429", "--status: 429 is not a status from 200 to 599 with its share, such as 429=0.05.")]
    [InlineData(
        "--status 42=0.1",
        "--status: 42=0.1 is not a status from 200 to 599 with its share, such as 429=0.05."
    )]
    [InlineData("--truncated 1.5", "--truncated: 1.5 is not a share from 0 to 1.")]
    [InlineData("--truncated -0.1", "--truncated: -0.1 is not a share from 0 to 1.")]
    [InlineData("--truncated -Infinity", "--truncated: -Infinity is not a share from 0 to 1.")]
    [InlineData("--truncated 0,1", "--truncated: 0,1 is not a share from 0 to 1.")]
    [InlineData("--delay-ms -1", "--delay-ms: -1 is not a number from 0 to 2147483647.")]
    [InlineData("--listing-delay-ms 1s", "--listing-delay-ms: 1s is not a number from 0 to 2147483647.")]
    [InlineData("--refusal-header =5", "--refusal-header: =5 is not a header such as retry-after=1.")]
    [InlineData("--status 429=0.7 --truncated 0.7", "The shares of EmulatorFaults go from 0 to 1")]
    [InlineData("--webhook-url", "--webhook-url: the URL is missing.")]
    [InlineData("--webhook-url hooks", "WebhookUrl is not an absolute http or https address")]
    [InlineData(
        "--webhook-url https://hooks.example",
        "To post there, set AllowRemoteWebhooks (--allow-remote-webhooks of the tool)."
    )]
    [InlineData("--webhook-url http://127.0.0.1 --webhook-secret x", "WebhookSecret is not base64 after whsec_.")]
    [InlineData("--address 192.0.2.1", "Cannot assign requested address")]
    public async Task WrongArgument_IsNamedAndNothingStarts(string line, string problem)
    {
        await using ToolRun run = new(line.Split(' '));

        Assert.Equal(2, await run.EndAsync());
        Assert.Equal("", run.Output);
        Assert.Contains(problem, run.Error);
    }

    [Fact]
    public async Task PortThatIsTaken_IsSaid()
    {
        await using var other = await ProfileEmulator.StartAsync(new() { Count = 1 });
        var port = new Uri(other.BaseUrl).Port;
        await using ToolRun run = new("--port", $"{port}");

        Assert.Equal(2, await run.EndAsync());
        Assert.Contains($"{port}", run.Error);
        Assert.Contains("address already in use", run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--count 5 --help")]
    public async Task Help_ShowsEachOptionOnALineThatFits(string line)
    {
        await using ToolRun run = new(line.Split(' '));

        Assert.Equal((0, ""), (await run.EndAsync(), run.Error));
        var lines = run.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("  fluentprofiles-emulator [options]", lines);
        Assert.All(lines, text => Assert.InRange(text.Length, 0, 120));
        foreach (var option in EmulatorCommand.Create().Options)
        {
            var description = Assert.Single(
                lines,
                text => text.StartsWith($"  {option.Name} ", StringComparison.Ordinal)
            );
            Assert.EndsWith(option.Description!, description);
        }
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--address 0.0.0.0 --port 8080 --version")]
    public async Task Version_IsPrintedAlone(string line)
    {
        await using ToolRun run = new(line.Split(' '));

        Assert.Equal((0, ""), (await run.EndAsync(), run.Error));
        Assert.Matches(@"^\S+\s*$", run.Output);
    }

    [Fact]
    public async Task Interrupted_EndsWithZero()
    {
        await using ToolRun run = new("--count", "5");
        var address = await run.AddressAsync();

        run.Interrupt();

        Assert.Equal(0, await run.EndAsync());
        Assert.Equal(
            [
                address.GetLeftPart(UriPartial.Authority),
                $"export ANTHROPIC_BASE_URL={address.GetLeftPart(UriPartial.Authority)} ANTHROPIC_API_KEY=any-key",
            ],
            run.Output.ReplaceLineEndings("\n").Split('\n')[..2]
        );
    }

    [Fact]
    public async Task Verbose_WritesEachRequestInALine()
    {
        await using ToolRun run = new("--verbose", "--count", "5", "--api-key", "any-key");
        using HttpClient client = new() { BaseAddress = await run.AddressAsync() };
        client.DefaultRequestHeaders.Add("anthropic-version", "2026-10-21");
        await client.GetAsync("/v1/user_profiles?limit=2");
        client.DefaultRequestHeaders.Add("x-api-key", "any-key");
        await client.GetAsync("/v1/user_profiles?limit=2&order_by=name");
        await client.GetAsync("/v1/user_profiles/uprof%0Anone");

        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=2 401",
                "GET /v1/user_profiles?limit=2&order_by=name 200",
                "GET /v1/user_profiles/uprof%0Anone 404",
            ],
            run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n')[3..]
        );
    }

    [Fact]
    public async Task Verbose_WritesAConnectionThatBreaks()
    {
        await using ToolRun run = new("--verbose", "--count", "5", "--reset-before", "1");
        using HttpClient client = new() { BaseAddress = await run.AddressAsync() };

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/v1/user_profiles"));

        Assert.EndsWith("GET /v1/user_profiles connection closed", run.Output.TrimEnd());
    }

    [Fact]
    public async Task Command_IsASubcommandOfAnotherTool()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        RootCommand other = new() { EmulatorCommand.Create("serve") };

        var code = await other
            .Parse("serve --status 429=0.7 --status 529=0.7")
            .InvokeAsync(new() { Output = output, Error = error });

        Assert.Equal(EmulatorCommand.WrongArgument, code);
        Assert.Contains("The shares of EmulatorFaults go from 0 to 1", error.ToString());
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void Commands_AreCreatedAndReadSideBySide() =>
        Parallel.For(0, 200, number => Assert.Equal(number, Read($"--count {number} --truncated 0.5 --verbose").Count));

    private static ProfileEmulatorOptions Read(string line)
    {
        var read = EmulatorCommand.Create().Parse(line);
        Assert.Empty(read.Errors);
        return EmulatorCommand.Read(read);
    }
}
