using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Passes;

/// <summary>A <c>TokenProvider</c> may return another token at any moment, also one of another organization.</summary>
public sealed class KeyChangeTests
{
    private const string Foreign = "uprof_foreign";
    private const string OtherToken = "token-of-another";

    private string token = "token-of-a-test";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenOfAnotherOrganizationWhileAPassLists_StopsItBeforeAProfileIsWritten(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await service.Mirror.RefreshAsync();
        var before = await service.IdsAsync();
        // The first page has a change, so the key of the beginning was tried on known profiles.
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(445));
        ListForeignFromPage(service, 3);

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.UnknownProfiles, stop.Reason);
        Assert.Equal(before, await service.IdsAsync());
        await GoesOnWithTheFirstTokenAsync(service);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenOfAnotherOrganizationDuringAFirstLoad_StopsItBeforeAProfileIsWritten(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        ListForeignFromPage(service, 3);

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.UnknownProfiles, stop.Reason);
        Assert.DoesNotContain(Foreign, await service.IdsAsync());
        await GoesOnWithTheFirstTokenAsync(service);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenOfAnotherOrganizationDuringAPassOverNewProfiles_StopsIt(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await service.Mirror.RefreshAsync();
        foreach (var profile in TestProfiles.Many(600)[450..])
            service.Emulator.Add(profile);
        ListForeignFromPage(service, 2);

        await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshNewAsync());

        Assert.Equal(TestProfiles.Newest(600, 100), (await service.IdsAsync())[..100]);
        Assert.DoesNotContain(Foreign, await service.IdsAsync());
        await GoesOnWithTheFirstTokenAsync(service);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenOfAnotherOrganizationBeforeTheLookUps_RemovesNothing(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await service.Mirror.RefreshAsync();
        var unlisted = TestProfiles.Ids([420, 300, 200, 100, 5]);
        var (lookUps, known) = (0, 10);
        service.Emulator.Intercept = request =>
        {
            if (!IsPage(request) && Interlocked.Increment(ref lookUps) > known)
                token = OtherToken;
            return token == OtherToken && !IsPage(request) ? NotFound() : Without(service, request, unlisted);
        };

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.UnknownProfiles, stop.Reason);
        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal((450, 5), (status.Rows, status.RemovalsHeldBack));
        await GoesOnWithTheFirstTokenAsync(service);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnotherTokenOfTheSameOrganization_LetsThePassGoOn(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await service.Mirror.RefreshAsync();
        service.Emulator.Remove(TestProfiles.IdOf(0));
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(445));
        service.Emulator.ClearRequests();
        var pages = 0;
        service.Emulator.Intercept = request =>
        {
            if (IsPage(request) && ++pages == 3)
                token = OtherToken;
            return null;
        };

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((1, 1), (report.Changed, report.Removed));
        // Ten before the first write, the one that is gone, and ten with the new token before it is removed.
        Assert.Equal(21, service.IdsRequested.Count());
        await service.AssertIsSameAsync();
        await service.Mirror.RefreshAsync();
        Assert.Equal(21, service.IdsRequested.Count());
    }

    private Task<MirroredService> StartAsync(DatabaseKind kind) =>
        MirroredService.StartAsync(
            kind,
            TestProfiles.Many(450),
            options => (options.MaxRemovedShare, options.MaxAddedShare) = (1, 1),
            options => (options.ApiKey, options.TokenProvider) = (null, _ => new(token))
        );

    /// <summary>Lets the token become another organization's with a page, which has one profile.</summary>
    private void ListForeignFromPage(MirroredService service, int first)
    {
        var pages = 0;
        service.Emulator.Intercept = request =>
        {
            if (IsPage(request) && ++pages == first)
                token = OtherToken;
            return token != OtherToken ? null
                : IsPage(request)
                    ? EmulatorResponse.Json(
                        200,
                        $$"""{"data":[{{JsonOf(Foreign, createdSeconds: -100_000_000)}}],"next_page":null}"""
                    )
                : NotFound();
        };
    }

    private async Task GoesOnWithTheFirstTokenAsync(MirroredService service)
    {
        token = "token-of-a-test";
        service.Emulator.Intercept = null;
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
    }

    private static EmulatorResponse? Without(MirroredService service, EmulatorRequest request, string[] unlisted) =>
        IsPage(request)
            ? EmulatorResponse.Json(
                200,
                PageChange.Without(
                    System.Text.Encoding.UTF8.GetString(service.Emulator.Answer(request).Body.Span),
                    unlisted
                )
            )
            : null;

    private static EmulatorResponse NotFound() =>
        EmulatorResponse.Error(404, "not_found_error", "There is no such profile.");

    private static bool IsPage(EmulatorRequest request) => request.PathAndQuery.Contains('?');
}
