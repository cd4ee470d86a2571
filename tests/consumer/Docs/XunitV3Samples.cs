using FluentProfiles;
using FluentProfiles.Emulator;
using Xunit;

#region testing-xunit3
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

public sealed class CustomerTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Newest_IsOneRequest()
    {
        fixture.Service.ClearRequests();

        var newest = await fixture.Client.Query().Take(50).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(50, newest.Count);
        Assert.Single(fixture.Service.Requests);
    }
}
#endregion
