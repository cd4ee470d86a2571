using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs.Readme;

/// <summary>The C# of the README: a block there is a region here, so that it compiles, and a test, so that it runs.</summary>
[Collection(AloneCollection.Name)]
public sealed partial class ReadmeSamples : IAsyncLifetime
{
    private ProfileEmulator emulator = null!;
    private ProfilesClient emulated = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 1_200 });
        emulated = new ProfilesClient(
            new()
            {
                BaseUrl = emulator.BaseUrl,
                ApiKey = TestService.Key,
                MaxRetries = 0,
            }
        );
        Profiles.Use(emulated);
    }

    public async Task DisposeAsync()
    {
        emulated.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task FirstQuery_Runs()
    {
        #region first-query
        var customers = Profiles
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted && p.Metadata["plan"] == "pro")
            .OrderByDescending(p => p.CreatedAt)
            .Take(50);

        await foreach (var customer in customers)
            Console.WriteLine($"{customer.Id} {customer.Name}");
        #endregion

        Assert.All(await customers.ToListAsync(), p => Assert.Equal("pro", p.Metadata["plan"]));
    }

    [Fact]
    public async Task Client_Runs()
    {
        var (key, address) = (TestService.Key, emulator.BaseUrl);

        #region client
        using var client = new ProfilesClient(new() { ApiKey = key, BaseUrl = address });

        var newest = await client.Query().FirstOrDefaultAsync();
        #endregion

        Assert.Equal(emulator.Profiles[0].Id, newest!.Id);
    }

    [Fact]
    public async Task Settings_Run()
    {
        var progress = new LastReport();

        #region settings
        var old = await Profiles
            .Query()
            .OrderBy(p => p.CreatedAt)
            .Take(200)
            .WithBeta(AnthropicBeta.UserProfiles2026_08_18)
            .WithPageSize(50)
            .WithMaxRequests(4)
            .WithProgress(progress)
            .Select(p => new { p.Id, p.ExternalId })
            .ToListAsync();
        #endregion

        Assert.Equal(200, old.Count);
        Assert.Equal(4, progress.Value!.Requests);
    }

    private sealed class LastReport : IProgress<QueryProgress>
    {
        public QueryProgress? Value { get; private set; }

        public void Report(QueryProgress value) => Value = value;
    }
}
