using FluentProfiles.Emulator;
using FluentProfiles.Mirror.References.Flights;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>Syncs with a client that has another key than the mirror.</summary>
public sealed class ClientKeysTests
{
    private static readonly string[] Rows = ["customer-1", "customer-2", "customer-3"];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AKeyOfAnotherOrganization_WritesAndPlansNothing(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        HideFromOtherKey(service);
        using var client = Client(service, "another-key");
        var plan = await PlanAsync(service.Mirror.Client, service.Mirror);
        service.Emulator.ClearRequests();

        var failure = await Assert.ThrowsAsync<MirrorException>(() => SyncAsync(client, service.Mirror));
        await Assert.ThrowsAsync<MirrorException>(() => PlanAsync(client, service.Mirror));
        await Assert.ThrowsAsync<MirrorException>(() => plan.ApplyWithClaimsAsync(client, service.Mirror));
        await Assert.ThrowsAsync<MirrorException>(() => CreateAsync(client, service.Mirror));

        Assert.Contains("another key", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another-key", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(4 * 10, service.IdsRequested.Count());
        Assert.Empty(service.PagesRequested);
        Assert.Equal(0, service.Creates());
        Assert.Empty(await service.ClaimsAsync());
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task AnotherKeyOfTheOrganization_IsAskedOnce(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using var client = Client(service, "another-key");

        var report = await SyncAsync(client, service.Mirror);

        Assert.Equal((3, 0), (report.Created, report.Failed));
        Assert.Equal(10, service.Emulator.Requests.Count(IsOfOneProfile));
        await service.AssertIsSameAsync();
        // The mirror has kept its own key.
        service.Emulator.ClearRequests();
        await service.Mirror.GetOrCreateAsync("customer-4", () => new());
        Assert.DoesNotContain(service.Emulator.Requests, IsOfOneProfile);
    }

    [Theory]
    [OnSqlite]
    public async Task AnotherClientWithTheSameKey_IsNotAsked(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using var client = Client(service, "key-of-a-test");

        var report = await SyncAsync(client, service.Mirror);

        Assert.Equal((3, 0), (report.Created, report.Failed));
        Assert.DoesNotContain(service.Emulator.Requests, IsOfOneProfile);
    }

    [Theory]
    [OnSqlite]
    public async Task AMirrorWithoutProfiles_LetsItsOwnKeyAloneCreate(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, []);
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        using var client = Client(service, "another-key");

        await Assert.ThrowsAsync<MirrorException>(() => SyncAsync(client, service.Mirror));

        Assert.Empty(service.Requests);
        Assert.Equal(3, (await SyncAsync(service.Mirror.Client, service.Mirror)).Created);
    }

    [Theory]
    [OnSqlite]
    public async Task AKeyOfTheMirrorThatHasChanged_IsCheckedBeforeASyncCreates(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        HideFromOtherKey(service);
        // A mirror that is not whole is not read, so the sync does not look through it.
        await service.ReopenAsync(
            options => options.Store(members => members.Except(p => p.Name)),
            options => options.ApiKey = "another-key"
        );

        await Assert.ThrowsAsync<MirrorException>(() => SyncAsync(service.Mirror.Client, service.Mirror));

        Assert.Equal(0, service.Creates());
    }

    [Theory]
    [OnSqlite]
    public async Task ATokenThatBecomesAnotherOrganizationsDuringALook_CreatesAndStoresNothing(DatabaseKind kind)
    {
        var token = "key-of-a-test";
        await using var service = await ReadyService.StartAsync(
            kind,
            configureClient: options => (options.ApiKey, options.TokenProvider) = (null, _ => new(token))
        );
        service.Emulator.Intercept = request =>
        {
            token = "another-key";
            return IsOfOneProfile(request)
                ? EmulatorResponse.Error(404, "not_found_error", "No such profile.")
                : EmulatorResponse.Json(200, $$"""{"data":[{{TestRows.JsonOf("uprof_foreign")}}],"next_page":null}""");
        };

        await Assert.ThrowsAsync<MirrorException>(() =>
            service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask()
        );

        service.Emulator.Intercept = null;
        Assert.Equal(0, service.Creates());
        await service.AssertIsSameAsync();
    }

    private static ProfilesClient Client(MirroredService service, string key) =>
        new(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = key,
                MaxRetries = 0,
            }
        );

    private static void HideFromOtherKey(MirroredService service) =>
        service.Emulator.Intercept = request =>
            request.Headers["authorization"] == "Bearer another-key" && IsOfOneProfile(request)
                ? EmulatorResponse.Error(404, "not_found_error", "No such profile.")
                : null;

    private static bool IsOfOneProfile(EmulatorRequest request) =>
        request.Method == "GET" && !request.PathAndQuery.Contains('?');

    private static Task<SyncReport> SyncAsync(ProfilesClient client, ProfileMirror mirror) =>
        client.SyncAsync(fromMirror: mirror, Rows, row => row, p => p.ExternalUserDetails.ReferenceId, Wanted);

    private static Task<SyncPlan> PlanAsync(ProfilesClient client, ProfileMirror mirror) =>
        client.PlanSyncAsync(fromMirror: mirror, Rows, row => row, p => p.ExternalUserDetails.ReferenceId, Wanted);

    private static Task<ProfileReference> CreateAsync(ProfilesClient client, ProfileMirror mirror)
    {
        CreateRequest request = new(() => new(), client) { Looks = false };
        return mirror.References.GetOrCreateAsync("customer-1", request, CancellationToken.None).AsTask();
    }

    private static NewProfile Wanted(string row) => new() { ExternalUserDetails = new() { ReferenceId = row } };
}
