using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/sync.md.</summary>
public sealed class SyncSamples : IAsyncLifetime
{
    private static readonly Customer[] Today = [new("customer-1", "Ada", "pro"), new("customer-2", "Bea", "free")];

    private readonly Dictionary<string, string> ids = [];
    private ProfileEmulator emulator = null!;
    private ProfilesClient client = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Count = 0 });
        client = new ProfilesClient(new() { BaseUrl = emulator.BaseUrl, ApiKey = TestService.Key });
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Sync_Runs()
    {
        var customers = Today.ToAsyncEnumerable();

        #region sync-run
        var report = await client.SyncAsync(
            customers,
            customer => customer.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            customer => new NewProfile
            {
                Name = customer.Name,
                Metadata = new() { ["plan"] = customer.Plan },
                ExternalUserDetails = new() { ReferenceId = customer.Reference },
            },
            new()
            {
                OwnershipKey = "synced-by",
                OwnershipValue = "crm",
                AllowDeletes = true,
                Created = (reference, profile) => StoreIdAsync(reference, profile.Id),
            }
        );

        Console.WriteLine(report);
        foreach (var failure in report.Failures)
            Console.WriteLine($"{failure.Key}: {failure.Error.Message}");
        foreach (var duplicate in report.Plan.Duplicates)
            Console.WriteLine($"not unique: {duplicate}");
        #endregion

        Assert.Equal(2, report.Created);
        Assert.Equal(["customer-1", "customer-2"], ids.Keys.Order());
    }

    [Fact]
    public async Task Plan_IsSavedAndAppliedLater()
    {
        var customers = Today;
        var directory = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(directory, "plan.json");

        #region sync-plan
        var plan = await client.PlanSyncAsync(
            customers,
            customer => customer.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            customer => new NewProfile
            {
                Name = customer.Name,
                ExternalUserDetails = new() { ReferenceId = customer.Reference },
            }
        );

        Console.WriteLine(plan);
        await plan.SaveAsync(path);
        #endregion

        #region sync-apply
        var approved = await SyncPlan.LoadAsync(path);
        try
        {
            var report = await approved.ApplyAsync(client, new() { MaxFailures = 20 });
            foreach (var skip in report.Skips)
                Console.WriteLine($"{skip.Kind} of {skip.Key} not sent: {skip.Reason}");
        }
        catch (ProfilesSyncException refused)
            when (refused.Reason is SyncStopReason.TooOld or SyncStopReason.OtherScope)
        {
            Console.WriteLine(refused.Message);
        }
        #endregion

        Directory.Delete(directory, recursive: true);
        Assert.Equal(2, emulator.Profiles.Count);
    }

    private ValueTask StoreIdAsync(string reference, string id)
    {
        lock (ids)
            ids.Add(reference, id);
        return default;
    }

    private sealed record Customer(string Reference, string Name, string Plan);
}
