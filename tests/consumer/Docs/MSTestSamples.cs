using FluentProfiles;
using FluentProfiles.Emulator;
using Microsoft.VisualStudio.TestTools.UnitTesting;

#region testing-mstest
[TestClass]
public sealed class CustomerTests(TestContext context)
{
    private static ProfileEmulator service = null!;
    private static ProfilesClient client = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _)
    {
        service = await ProfileEmulator.StartAsync(new() { Count = 250, Seed = 7 });
        client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [TestInitialize]
    public void ClearRequests() => service.ClearRequests();

    [TestMethod]
    public async Task Newest_IsOneRequest()
    {
        var newest = await client.Query().Take(50).ToListAsync(context.CancellationToken);

        Assert.HasCount(50, newest);
        Assert.HasCount(1, service.Requests);
    }
}
#endregion
