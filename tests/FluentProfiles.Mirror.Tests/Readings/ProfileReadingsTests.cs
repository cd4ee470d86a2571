using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Readings;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Readings;

public sealed class ProfileReadingsTests
{
    private static readonly string Added = TestProfiles.IdOf(200);
    private static readonly string Changed = TestProfiles.IdOf(7);
    private static readonly string Unchanged = TestProfiles.IdOf(8);
    private static readonly string Removed = TestProfiles.IdOf(9);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Profiles_AreReadOnceEachAndStored(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        service.Emulator.Add(TestProfiles.One(200));
        service.Emulator.OpenEnforcementAction(Changed);
        service.Emulator.Remove(Removed);

        var readings = await ReadAsync(service, Added, Changed, Unchanged, Removed, "uprof_none");

        Assert.Equal(
            [
                (Added, ReadingEffect.Added),
                (Changed, ReadingEffect.Changed),
                (Unchanged, ReadingEffect.Unchanged),
                (Removed, ReadingEffect.Removed),
                ("uprof_none", ReadingEffect.Absent),
            ],
            readings.Select(reading => (reading.Id, reading.Effect))
        );
        // A stored profile was found, so the key needs no check of its own.
        Assert.Equal(readings.Select(reading => reading.Id).Order(), service.IdsRequested.Order());
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AKeyThatFindsNoStoredProfile_RemovesNone(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(404, "not_found_error", "No such profile.");

        var failure = await Assert.ThrowsAsync<MirrorException>(() => ReadAsync(service, Changed));

        Assert.Contains("404 for each of 10 stored profiles", failure.Message);
        Assert.Equal(11, service.IdsRequested.Count());
        service.Emulator.Intercept = null;
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task RemovalsOneAfterTheOther_NeedOneCheckOfTheKey(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        service.Emulator.Remove(Changed);
        service.Emulator.Remove(Removed);

        await ReadAsync(service, Changed);
        await ReadAsync(service, Removed);

        Assert.Equal(12, service.IdsRequested.Count());
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnotherKey_IsCheckedBeforeTheFirstReading(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        await service.ReopenAsync(configureClient: options => options.ApiKey = "another-key");

        await ReadAsync(service, Unchanged);
        await ReadAsync(service, Unchanged);

        Assert.Equal(12, service.IdsRequested.Count());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenThatBecomesAnotherOrganizationsDuringAReading_RemovesNothing(DatabaseKind kind)
    {
        var token = "token-of-a-test";
        await using var service = await LoadedAsync(
            kind,
            options => (options.ApiKey, options.TokenProvider) = (null, _ => new(token))
        );
        service.Emulator.Remove(Removed);
        // The key is trusted for a minute.
        await ReadAsync(service, Removed, Unchanged);
        service.Emulator.Intercept = _ =>
        {
            token = "token-of-another";
            return EmulatorResponse.Error(404, "not_found_error", "No such profile.");
        };

        await Assert.ThrowsAsync<MirrorException>(() => ReadAsync(service, Changed));

        service.Emulator.Intercept = null;
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WhatIsWrittenAlso_IsInTheSameTransaction(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        service.Emulator.OpenEnforcementAction(Changed);
        var before = await service.RowsAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            service.Mirror.Readings.ReadAsync(
                [Changed],
                (_, readings, _) => throw new InvalidOperationException(Assert.Single(readings).Effect.ToString()),
                default
            )
        );

        Assert.Equal(before.Select(row => row.RequestedAt), (await service.RowsAsync()).Select(row => row.RequestedAt));
    }

    private static Task<IReadOnlyList<ProfileReading>> ReadAsync(MirroredService service, params string[] ids) =>
        service.Mirror.Readings.ReadAsync(ids, also: null, default);

    private static async Task<MirroredService> LoadedAsync(
        DatabaseKind kind,
        Action<ProfilesClientOptions>? configureClient = null
    )
    {
        var service = await MirroredService.StartAsync(kind, TestProfiles.Many(120), configureClient: configureClient);
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        return service;
    }
}
