using Flurl.Http;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Default headers of a Flurl client are sent; where the library sets a header of that name, only its own is.</summary>
public sealed class FlurlHeaderTests
{
    [Theory]
    [InlineData("Authorization", "Basic b3RoZXI=")]
    [InlineData("Accept", "text/html")]
    [InlineData("User-Agent", "App/1.0")]
    [InlineData("anthropic-version", "1999-01-01")]
    [InlineData("anthropic-beta", "pdfs-2024-09-25")]
    [InlineData("anthropic-workspace-id", "wrkspc_other")]
    [InlineData("Content-Type", "text/plain")]
    public async Task HeaderOfOurs_WinsInAnyCase(string name, string value)
    {
        var expected = await HeadersOfCreateAsync(_ => { });
        Func<string, string>[] spellings =
        [
            text => text,
            text => text.ToLowerInvariant(),
            text => text.ToUpperInvariant(),
            text =>
                string.Concat(text.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))),
        ];
        foreach (var spelled in spellings.Select(spelling => spelling(name)))
        {
            Assert.Equal(expected, await HeadersOfCreateAsync(flurl => flurl.WithHeader(spelled, value)));
            Assert.Equal(
                expected,
                await HeadersOfCreateAsync(flurl =>
                {
                    flurl.Headers.Add(spelled, value);
                    flurl.Headers.Add(name, value);
                })
            );
            Assert.Equal(
                expected,
                await HeadersOfCreateAsync(flurl =>
                    flurl.HttpClient.DefaultRequestHeaders.TryAddWithoutValidation(spelled, value)
                )
            );
        }
    }

    [Fact]
    public async Task HeadersOfTheHttpClient_LoseToOurs()
    {
        using var http = FluentProfiles.Http.Transport.HttpClientTransport.CreateClient();
        http.DefaultRequestHeaders.Add("anthropic-beta", ["pdfs-2024-09-25", "skills-2025-10-02"]);
        http.DefaultRequestHeaders.Add("x-mine", "yes");
        using var flurl = new FlurlClient(http);
        await using var service = await FlurlService.StartAsync(
            flurl,
            options => options.Betas = ["user-profiles-2026-08-18"]
        );

        await service.Query().WithBeta("user-profiles-2026-09-04").ToListAsync();

        var headers = Assert.Single(service.Emulator.Requests).Headers;
        Assert.Equal(("user-profiles-2026-09-04", "yes"), (headers["anthropic-beta"], headers["x-mine"]));
    }

    [Fact]
    public async Task OtherHeaders_AreSentAndTheClientIsNotChanged()
    {
        using var flurl = FlurlService.NewClient();
        flurl.WithHeader("x-mine", "yes").WithHeader("ANTHROPIC-VERSION", "1999-01-01").WithOAuthBearerToken("other");
        var before = flurl.Headers.ToList();
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().ToListAsync();

        var headers = Assert.Single(service.Emulator.Requests).Headers;
        Assert.Equal(("yes", $"Bearer {TestService.Key}"), (headers["x-mine"], headers["Authorization"]));
        Assert.Equal(before, flurl.Headers);
    }

    private static async Task<string[]> HeadersOfCreateAsync(Action<IFlurlClient> configure)
    {
        using var flurl = FlurlService.NewClient();
        configure(flurl);
        await using var service = await FlurlService.StartAsync(
            flurl,
            options => (options.Betas, options.WorkspaceId) = (["user-profiles-2026-09-04"], "wrkspc_ours")
        );

        await service.Client.CreateAsync(new() { Name = "Ada" });

        var headers = Assert.Single(service.Emulator.Requests).Headers;
        return
        [
            .. headers
                .Where(header => !header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase))
                .Select(header => $"{header.Key.ToLowerInvariant()}: {header.Value}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
