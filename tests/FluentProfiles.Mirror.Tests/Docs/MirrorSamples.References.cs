using System.Net;
using Anthropic;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Mirror.Tests.Docs;

public sealed partial class MirrorSamples
{
    [Fact]
    public async Task References_GiveProfiles()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        var mirror = service.Mirror;
        var client = mirror.Client;

        #region directory-get-or-create
        var customer = await mirror.GetOrCreateAsync(
            "customer-42",
            () =>
                new()
                {
                    Name = "Ada Lovelace",
                    Metadata = new() { ["plan"] = "pro" },
                }
        );
        Console.WriteLine($"{customer.Id}{(customer.WasCreated ? ", new" : "")}");
        #endregion

        #region directory-find
        var one = await mirror.FindAsync("customer-42");
        var many = await mirror.FindManyAsync(["customer-42", "customer-43"]);
        #endregion

        #region directory-duplicates
        await foreach (var duplicate in mirror.DuplicatesAsync())
            Console.WriteLine($"keep {duplicate.Oldest.Id} of {duplicate.Profiles.Count}");
        #endregion

        #region directory-sync
        var report = await client.SyncAsync(
            fromMirror: mirror,
            Rows,
            row => row,
            p => p.ExternalUserDetails.ReferenceId,
            row => new() { ExternalUserDetails = new() { ReferenceId = row } },
            maxStaleness: TimeSpan.FromDays(2)
        );
        #endregion

        Assert.Equal((customer.Id, 1, 1L), (one!.Id, many.Count, report.Created));
    }

    [Fact]
    public async Task UnresolvedReference_IsProvoked()
    {
        await using var service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            options => options.ReferenceTimes = ReadyService.Short with { Window = TimeSpan.FromMilliseconds(400) }
        );
        var (mirror, emulator) = (service.Mirror, service.Emulator);

        #region testing-unresolved
        emulator.Intercept = request =>
            request.Method == "POST" ? EmulatorResponse.Error(500, "api_error", "It fails") : null;
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            mirror.GetOrCreateAsync("customer-42", () => new()).AsTask()
        );
        emulator.Intercept = null;

        var claim = Assert.Single(await mirror.UnresolvedClaimsAsync());
        Assert.Equal("customer-42", claim.Reference);
        #endregion
    }

    [Fact]
    public async Task UnresolvedReference_IsDecided()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        await service.ClaimAsync("customer-42", MirrorClaimState.Unresolved);
        var (mirror, reference) = (service.Mirror, "customer-42");

        #region directory-unresolved
        await mirror.RefreshAsync();
        var status = await mirror.GetStatusAsync();
        foreach (var claim in await mirror.UnresolvedClaimsAsync())
        {
            var isSearched = status.AsOf > claim.SentAt.AddMinutes(10);
            Console.WriteLine($"{claim.Reference} {claim.SentAt:u} {(isSearched ? "not listed since" : "too early")}");
        }
        #endregion

        #region directory-resolve
        await mirror.ResolveClaimAsync(reference, ClaimResolution.NotCreated);
        #endregion

        Assert.Empty(await mirror.UnresolvedClaimsAsync());
    }

    [Fact]
    public async Task Handler_NamesTheCustomer()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        ServiceCollection services = new();
        services.AddSingleton(service.Mirror);
        var mirror = service.Mirror;

        #region directory-http-client
        services
            .AddHttpClient("claude")
            .AddUserProfile(create: reference => new() { Metadata = new() { ["plan"] = "free" } });
        #endregion

        #region directory-primary-handler
        services
            .AddHttpClient("claude-with-proxy")
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, Proxy = new WebProxy("http://proxy.example:3128") }
            )
            .AddUserProfile();
        #endregion

        #region directory-request
        using HttpRequestMessage request = new(HttpMethod.Post, "v1/messages");
        request.Options.Set(UserProfileHandler.Reference, "customer-42");
        #endregion

        await using var provider = services.BuildServiceProvider();
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("claude");
        http.BaseAddress = new(service.Emulator.BaseUrl);
        using var response = await http.SendAsync(request);

        #region directory-sdk
        UserProfileHandler handler = new(mirror, _ => CurrentCustomer.Value)
        {
            InnerHandler = ProfilesClient.CreateHandler(),
        };
        using AnthropicClient sdk = new() { HttpClient = new HttpClient(handler) };
        #endregion

        Assert.Single(service.IdsOf("customer-42"));
    }

    private static readonly string[] Rows = ["customer-42", "customer-43"];

    private static readonly AsyncLocal<string?> CurrentCustomer = new();
}
