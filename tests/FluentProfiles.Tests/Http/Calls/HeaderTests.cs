namespace FluentProfiles.Tests.Http.Calls;

/// <summary>The headers of a request say the same thing the same way, whatever carries it.</summary>
public sealed class HeaderTests
{
    private const string Version = "2026-10-21";

    [Theory]
    [OverBothTransports]
    public async Task NothingChosen_SendsTheFewest(TransportKind kind)
    {
        await using var server = new RawServer(
            "HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n{\"data\":[],\"next_page\":null}"
        );
        using var http = new HttpClient();
        using var client = kind.Client(server.BaseUrl, http);

        await client.Query().ToListAsync();

        Assert.Equal(
            $"GET /v1/user_profiles?limit=100 HTTP/1.1\r\nHost: {server.BaseUrl[7..]}\r\n"
                + $"Authorization: Bearer {TestService.Key}\r\nAccept: application/json\r\n"
                + $"User-Agent: FluentProfiles/0.1.0\r\nanthropic-version: {Version}\r\n\r\n",
            Assert.Single(server.Heads)
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task BetasAndWorkspace_FollowInStableOrder(TransportKind kind)
    {
        await using var service = await kind.StartAsync(configureClient: options =>
        {
            options.Betas = ["skills-2025-10-02", "user-profiles-2026-03-24", "skills-2025-10-02"];
            options.WorkspaceId = "wrkspc_client";
            options.ApiVersion = "2023-06-01";
        });

        await service.Query().ToListAsync();
        await service.Query().WithBeta("mcp-client-2025-11-20", "skills-2025-10-02").ToListAsync();
        await service.Query().WithBeta("user-profiles-2026-09-04").WithWorkspace("wrkspc_query").ToListAsync();
        await service.Client.GetAsync(
            TestProfiles.IdOf(1),
            new() { Betas = ["user-profiles-2026-08-18", "pdfs-2024-09-25"] }
        );

        Assert.Equal(
            [
                ("skills-2025-10-02,user-profiles-2026-03-24", "wrkspc_client"),
                ("skills-2025-10-02,user-profiles-2026-03-24,mcp-client-2025-11-20", "wrkspc_client"),
                ("skills-2025-10-02,user-profiles-2026-09-04", "wrkspc_query"),
                ("skills-2025-10-02,user-profiles-2026-08-18,pdfs-2024-09-25", "wrkspc_client"),
            ],
            service.Emulator.Requests.Select(request =>
                (request.Headers["anthropic-beta"], request.Headers["anthropic-workspace-id"])
            )
        );
        Assert.All(
            service.Emulator.Requests,
            request => Assert.Equal("2023-06-01", request.Headers["anthropic-version"])
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task Billing_IsNoShape(TransportKind kind)
    {
        await using var service = await kind.StartAsync(configureClient: options =>
            options.Betas = ["user-profiles-2026-09-04"]
        );

        await service.Query().WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01).ToListAsync();

        Assert.Equal(
            "user-profiles-2026-09-04,user-profiles-billing-2026-10-01",
            Assert.Single(service.Emulator.Requests).Headers["anthropic-beta"]
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task EveryPage_HasTheSameHeaders(TransportKind kind)
    {
        await using var service = await kind.StartAsync();

        await service.Query().WithBeta("pdfs-2024-09-25", "skills-2025-10-02").WithPageSize(1).ToListAsync();

        var requests = service.Emulator.Requests;
        Assert.Equal(3, requests.Count);
        Assert.All(requests, request => Assert.Equal(Text(requests[0]), Text(request)));
    }

    private static string Text(FluentProfiles.Emulator.EmulatorRequest request) =>
        string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}"));
}
