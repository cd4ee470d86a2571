using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>What becomes of the creates of a plan when the mirror and the service differ.</summary>
public sealed class MirrorSyncCreateTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsGoneAtTheService_IsCreatedAgain(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.Emulator.Remove(TestProfiles.IdOf(3));
        var plan = await PlanAsync(service, "user-3");

        var report = await plan.ApplyWithClaimsAsync(service.Mirror.Client, service.Mirror);

        Assert.Equal((1, 0, 0, 0), (report.Created, report.Unchanged, report.Skipped, report.Failed));
        var made = Assert.Single(service.IdsOf("user-3"));
        Assert.NotEqual(TestProfiles.IdOf(3), made);
        Assert.Equal(made, (await service.Mirror.FindAsync("user-3"))!.Id);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task AProfileThatIsThere_IsComparedAsTheServiceHasIt(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind, WithoutNames);
        var plan = await PlanAsync(service, "customer-1", "customer-2");
        service.Emulator.Add(Old("customer-1", "customer-1"));
        var other = service.Emulator.Add(Old("customer-2", "another"));
        await service.Mirror.RefreshAsync();

        var report = await plan.ApplyWithClaimsAsync(service.Mirror.Client, service.Mirror);

        Assert.Equal((0, 1, 0), (report.Created, report.Unchanged, report.Failed));
        Assert.Equal(
            new(SyncStepKind.Create, "customer-2", other.Id, SyncSkipReason.Exists),
            Assert.Single(report.Skips)
        );
    }

    [Theory]
    [OnSqlite]
    public async Task AProfileThatIsCreated_IsGivenAsTheServiceAnswers(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind, WithoutNames);
        var plan = await PlanAsync(service, "customer-1");
        service.Emulator.ClearRequests();
        UserProfile? given = null;

        await plan.ApplyWithClaimsAsync(
            service.Mirror.Client,
            service.Mirror,
            new()
            {
                Created = (_, profile) =>
                {
                    given = profile;
                    return default;
                },
            }
        );

        Assert.Equal(("customer-1", service.IdsOf("customer-1")[0]), (given!.Name, given.Id));
        Assert.Equal(["GET", "POST"], service.Emulator.Requests.Select(request => request.Method));
    }

    private static void WithoutNames(ProfileMirrorOptions options) =>
        options.Store(members => members.Except(p => p.Name));

    // Reads the service.
    private static Task<SyncPlan> PlanAsync(MirroredService service, params string[] rows) =>
        service.Mirror.Client.PlanSyncAsync(
            rows,
            row => row,
            p => p.ExternalUserDetails.ReferenceId,
            row =>
                new()
                {
                    Name = row,
                    ExternalUserDetails = new() { ReferenceId = row },
                }
        );

    private static UserProfile Old(string reference, string name) =>
        new()
        {
            Name = name,
            CreatedAt = TestProfiles.Start.AddDays(-1),
            UpdatedAt = TestProfiles.Start.AddDays(-1),
            ExternalUserDetails = new() { ReferenceId = reference },
        };
}
