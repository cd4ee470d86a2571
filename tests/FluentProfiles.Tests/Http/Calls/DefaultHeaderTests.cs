using Flurl.Http;

namespace FluentProfiles.Tests.Http.Calls;

/// <summary>A header that the caller's HTTP client adds must not change what a request means.</summary>
public sealed class DefaultHeaderTests
{
    [Theory]
    [OverBothTransports("anthropic-beta", "user-profiles-2026-03-24", "Betas")]
    [OverBothTransports("Anthropic-Beta", "pdfs-2024-09-25", "Betas")]
    [OverBothTransports("anthropic-workspace-id", "wrkspc_other", "WorkspaceId")]
    [OverBothTransports("X-Api-Key", "another-key", "ApiKey")]
    public async Task HeaderThatWouldBeAdded_IsRefusedAtOnceAndLater(
        TransportKind kind,
        string name,
        string value,
        string option
    )
    {
        await using var service = await TestService.StartAsync(1);
        using HttpClient http = new();
        using var early = kind.Client(service.Emulator.BaseUrl, http);
        Assert.Single(await early.Query().ToListAsync());
        http.DefaultRequestHeaders.Add(name, value);

        using HttpClient another = new();
        another.DefaultRequestHeaders.Add(name, value);

        var later = await early.FailAsync<ProfilesConfigurationException>();
        var atOnce = Assert.Throws<ProfilesConfigurationException>(() =>
            kind.Client(service.Emulator.BaseUrl, another)
        );

        Assert.Equal(atOnce.Message, later.Message);
        Assert.Contains(name.ToLowerInvariant(), later.Message);
        Assert.EndsWith($"set ProfilesClientOptions.{option}.", later.Message);
        Assert.DoesNotContain(value, later.Message);
        Assert.Single(service.Requests);
        http.DefaultRequestHeaders.Remove(name);
        Assert.Single(await early.Query().ToListAsync());
    }

    [Theory]
    [InlineData("anthropic-beta")]
    [InlineData("ANTHROPIC-WORKSPACE-ID")]
    [InlineData("x-api-key")]
    public async Task HeaderOfTheFlurlClient_IsRefused(string name)
    {
        await using var service = await TestService.StartAsync(1);
        using HttpClient http = new();
        using FlurlClient flurl = new(http);
        flurl.WithHeader(name, "value");

        Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(
                new()
                {
                    BaseUrl = service.Emulator.BaseUrl,
                    ApiKey = TestService.Key,
                    Transport = new FlurlTransport(flurl),
                }
            )
        );
    }

    [Theory]
    [OverBothTransports("Authorization", "Basic b3RoZXI=")]
    [OverBothTransports("anthropic-version", "2023-06-01")]
    [OverBothTransports("x-mine", "yes")]
    [OverBothTransports("anthropic-beta", "pdfs-2024-09-25")]
    [OverBothTransports("anthropic-workspace-id", "wrkspc_other")]
    public async Task HeaderThatEveryRequestHas_IsNotAdded(TransportKind kind, string name, string value)
    {
        await using var service = await TestService.StartAsync(1);
        using HttpClient http = new();
        http.DefaultRequestHeaders.Add(name, value);
        using var client = kind.Client(
            service.Emulator.BaseUrl,
            http,
            options => (options.Betas, options.WorkspaceId) = ([AnthropicBeta.UserProfiles2026_09_04], "wrkspc_mine")
        );

        Assert.Single(await client.Query().ToListAsync());

        var headers = Assert.Single(service.Emulator.Requests).Headers;
        Assert.Equal(
            ($"Bearer {TestService.Key}", "2026-10-21", "user-profiles-2026-09-04", "wrkspc_mine"),
            (
                headers["Authorization"],
                headers["anthropic-version"],
                headers["anthropic-beta"],
                headers["anthropic-workspace-id"]
            )
        );
    }

    [Fact]
    public async Task DisposedTransport_FailsAsAConnectionWithTheWayToResume()
    {
        await using var service = await TestService.StartAsync(3);
        using HttpClient http = new();
        NamedHeaders transport = new(TransportKind.HttpClient.Over(http));
        using var client = TransportKind.HttpClient.Client(
            service.Emulator.BaseUrl,
            configure: options => (options.Transport, options.MaxRetries) = (transport, 5)
        );
        var query = client.Query().WithPageSize(1).WithPrefetch(0).TagWith("nightly").Select(p => p.Id);
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(async () =>
        {
            await foreach (var id in query)
            {
                ids.Add(id);
                transport.IsBroken = true;
            }
        });
        // Nothing was sent, so its outcome is known.
        var write = await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.CreateAsync(new()));

        Assert.Equal("nightly", failure.Tag);
        Assert.IsType<ObjectDisposedException>(failure.InnerException);
        Assert.IsType<ObjectDisposedException>(write.InnerException);
        Assert.Single(service.Requests);
        transport.IsBroken = false;
        ids.AddRange(await query.ResumeFrom(failure.ResumeToken).ToListAsync());
        Assert.Equal(TestProfiles.Newest(3, 3), ids);
    }

    [Theory]
    [OverBothTransports]
    public async Task QueryWithABetaOfItsOwn_IsNotInDanger(TransportKind kind)
    {
        await using var service = await TestService.StartAsync(1);
        using HttpClient http = new();
        using var client = kind.Client(service.Emulator.BaseUrl, http);
        http.DefaultRequestHeaders.Add("anthropic-beta", "user-profiles-2026-03-24");

        await client.Query().WithBeta(AnthropicBeta.UserProfiles2026_09_04).ToListAsync();

        Assert.Equal("user-profiles-2026-09-04", Assert.Single(service.Emulator.Requests).Headers["anthropic-beta"]);
        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => client.DeleteAsync("uprof_1"));
        Assert.Single(service.Requests);
    }

    private sealed class NamedHeaders(IProfilesTransport inner) : IProfilesTransport
    {
        public bool IsBroken { get; set; }

        public IEnumerable<string> DefaultHeaderNames =>
            IsBroken ? throw new ObjectDisposedException("container") : inner.DefaultHeaderNames;

        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
            inner.SendAsync(request, ct);
    }
}
