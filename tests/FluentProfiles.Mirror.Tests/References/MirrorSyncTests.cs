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
            rows,
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted,
            fromMirror: service.Mirror
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

        Task PlanAsync(TimeSpan? maxStaleness) =>
            service.Mirror.Client.PlanSyncAsync(
                Rows,
                Key,
                p => p.ExternalUserDetails.ReferenceId,
                Wanted,
                fromMirror: service.Mirror,
                maxStaleness: maxStaleness
            );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ASyncBesideCallsForTheSameReferences_SharesTheirClaims(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        var plan = await service.Mirror.Client.PlanSyncAsync(
            Rows,
            Key,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted,
            fromMirror: service.Mirror
        );

        var applying = plan.ApplyWithClaimsAsync(service.Mirror.Client, service.Mirror);
        var calls = await Task.WhenAll(
            Rows.Reverse().Select(row => other.GetOrCreateAsync(row, () => Wanted(row)).AsTask())
        );
        var report = await applying;

        Assert.Equal(12, service.Creates());
        Assert.All(Rows, row => Assert.Single(service.IdsOf(row)));
        Assert.Equal(12, report.Created + report.Unchanged);
        Assert.Equal(12, report.Created + calls.Count(call => call.WasCreated));
        await service.AssertIsSameAsync();
    }

    [Fact]
    public async Task AClientOfAnotherScope_IsRefused()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        using var other = TestClients.Of();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            other.PlanSyncAsync(Rows, Key, p => p.ExternalUserDetails.ReferenceId, Wanted, fromMirror: service.Mirror)
        );
    }

    private static string Key(string row) => row;

    private static NewProfile Wanted(string row) =>
        new()
        {
            Name = row,
            ExternalUserDetails = new() { ReferenceId = row },
        };
}
