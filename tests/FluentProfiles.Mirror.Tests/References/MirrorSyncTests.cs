using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References;

public sealed class MirrorSyncTests
{
    private static readonly string[] Rows = [.. Enumerable.Range(0, 12).Select(number => $"customer-{number}")];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APlanFromTheMirror_IsThatFromTheService(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        string[] rows = [.. Rows, "user-3", "user-4"];

        var fromMirror = await service.Mirror.Client.PlanSyncAsync(
            fromMirror: service.Mirror,
            rows,
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted
        );
        var requests = service.Requests.Count;
        var fromService = await service.Mirror.Client.PlanSyncAsync(
            rows,
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted
        );

        Assert.Equal(1, requests);
        Assert.Equal(
            fromService.Steps.Select(step => step.ToString()),
            fromMirror.Steps.Select(step => step.ToString())
        );
        Assert.Equal(12, fromMirror.Creates);
    }

    [Theory]
    [OnSqlite]
    public async Task AMirrorThatIsTooOldOrNotWhole_IsNotRead(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);

        await PlanAsync(TimeSpan.Zero);
        Assert.Equal(2, service.Requests.Count);
        await service.ReopenAsync(options => options.Store(members => members.Except(p => p.Name)));
        service.Emulator.ClearRequests();
        await PlanAsync(null);
        Assert.Equal(2, service.Requests.Count);
        // The rows lack the names until the next full pass.
        await service.ReopenAsync();
        service.Emulator.ClearRequests();
        await PlanAsync(null);
        Assert.Equal(2, service.Requests.Count);

        Task PlanAsync(TimeSpan? maxStaleness) =>
            service.Mirror.Client.PlanSyncAsync(
                service.Mirror,
                Rows,
                Key,
                p => p.ExternalUserDetails.ReferenceId,
                Wanted,
                maxStaleness: maxStaleness
            );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APlanAppliedBesideCallsForTheSameReferences_SharesTheirClaims(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        var client = service.Mirror.Client;
        var plan = await client.PlanSyncAsync(
            service.Mirror,
            Rows,
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted
        );

        var report = await BesideCallsAsync(service, () => plan.ApplyWithClaimsAsync(client, service.Mirror));

        Assert.Equal(12, report.Created + report.Unchanged);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ASyncBesideCallsForTheSameReferences_SharesTheirClaims(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);

        var report = await BesideCallsAsync(
            service,
            () =>
                service.Mirror.Client.SyncAsync(
                    service.Mirror,
                    Rows,
                    Key,
                    p => p.ExternalUserDetails.ReferenceId,
                    Wanted
                )
        );

        Assert.Equal(0, report.Failed);
    }

    [Fact]
    public async Task ASyncFromTheMirror_WritesWhatDiffers()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        var old = service.Emulator.Profiles.Single(profile => profile.ExternalUserDetails.ReferenceId == "user-3");

        var report = await service.Mirror.Client.SyncAsync(
            fromMirror: service.Mirror,
            ["customer-1", "user-3"],
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted,
            new() { MaxRequestsPerSecond = null }
        );

        Assert.Equal((1, 1, 0), (report.Created, report.Updated, report.Failed));
        Assert.Equal("user-3", service.Emulator.Profiles.Single(profile => profile.Id == old.Id).Name);
        Assert.Single(service.IdsOf("customer-1"));
    }

    [Fact]
    public async Task ASyncWithoutTheMirror_TakesItsOptionsAsBefore()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);

        // Would be ambiguous if the mirror could stand in place of the options.
        var report = await service.Mirror.Client.SyncAsync(
            Rows,
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted,
            new() { MaxRequestsPerSecond = null }
        );

        Assert.Equal(12, report.Created);
    }

    [Fact]
    public async Task AClientOfAnotherScopeOrShape_IsRefused()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        using var other = TestClients.Of();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            other.PlanSyncAsync(service.Mirror, Rows, Key, p => p.ExternalUserDetails.ReferenceId, Wanted)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            other.SyncAsync(service.Mirror, Rows, Key, p => p.ExternalUserDetails.ReferenceId, Wanted)
        );
        using ProfilesClient older = new(
            new()
            {
                ApiKey = "key-of-a-test",
                BaseUrl = service.Emulator.BaseUrl,
                Betas = { AnthropicBeta.UserProfiles2026_09_04 },
            }
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            older.SyncAsync(service.Mirror, Rows, Key, p => p.ExternalUserDetails.ReferenceId, Wanted)
        );
        Assert.Empty(service.Requests);
    }

    /// <summary>Runs a sync while another process wants the same references.</summary>
    private static async Task<SyncReport> BesideCallsAsync(MirroredService service, Func<Task<SyncReport>> sync)
    {
        await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        var syncing = sync();
        var calls = await Task.WhenAll(
            Rows.Reverse().Select(row => other.GetOrCreateAsync(row, () => Wanted(row)).AsTask())
        );
        var report = await syncing;
        Assert.Equal(12, service.Creates());
        Assert.All(Rows, row => Assert.Single(service.IdsOf(row)));
        Assert.Equal(12, report.Created + calls.Count(call => call.WasCreated));
        await service.AssertIsSameAsync();
        return report;
    }

    private static string Key(string row) => row;

    private static NewProfile Wanted(string row) =>
        new()
        {
            Name = row,
            ExternalUserDetails = new() { ReferenceId = row },
        };
}
