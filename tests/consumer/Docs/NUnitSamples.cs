using FluentProfiles;
using FluentProfiles.Emulator;
using NUnit.Framework;

#region testing-nunit
public sealed class CustomerTests
{
    private ProfileEmulator service = null!;
    private ProfilesClient client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        service = await ProfileEmulator.StartAsync(new() { Count = 250, Seed = 7 });
        client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [SetUp]
    public void ClearRequests() => service.ClearRequests();

    [Test]
    public async Task Newest_IsOneRequest()
    {
        var newest = await client.Query().Take(50).ToListAsync();

        Assert.That(newest, Has.Count.EqualTo(50));
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }
}
#endregion
