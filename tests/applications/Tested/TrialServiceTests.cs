using FluentProfiles;
using FluentProfiles.Emulator;
using Xunit;

namespace Tested;

public sealed class ServiceFixture : IAsyncLifetime
{
    public ProfileEmulator Service { get; private set; } = null!;
    public ProfilesClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await ProfileEmulator.StartAsync(new() { Count = 250, Seed = 7 });
        Client = new ProfilesClient(new() { BaseUrl = Service.BaseUrl, ApiKey = "any-key" });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }
}

/// <summary>Integration tests: real HTTP, requests and failures.</summary>
public sealed class TrialServiceTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    private readonly Trials trials = new(fixture.Client, TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upgrade_SendsTheKeyThatChanges()
    {
        var id = fixture.Service.Profiles[0].Id;
        fixture.Service.ClearRequests();

        await trials.UpgradeAsync(id, "pro", Ct);

        var request = Assert.Single(fixture.Service.Requests);
        Assert.Equal(("POST", $"/v1/user_profiles/{id}"), (request.Method, request.PathAndQuery));
        Assert.Equal("""{"metadata":{"plan":"pro"}}""", request.Body);
    }

    [Fact]
    public async Task StartWithoutAnAnswer_FindsTheCustomer()
    {
        // The service does what it was asked, and the answer breaks off.
        fixture.Service.BeforeResponse = (request, _) =>
            request.Method == "POST" ? throw new HttpRequestException("reset") : Task.CompletedTask;

        var id = await trials.StartAsync("customer-2", "Grace", Ct);
        fixture.Service.BeforeResponse = null;

        var created = Assert.Single(fixture.Service.Profiles, p => p.ExternalUserDetails.ReferenceId == "customer-2");
        Assert.Equal(id, created.Id);
    }
}
