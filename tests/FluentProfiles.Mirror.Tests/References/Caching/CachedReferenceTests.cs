using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References.Caching;

public sealed class CachedReferenceTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatAPassRemoves_IsNoLongerFound(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Trust = TimeSpan.FromMinutes(10) }
        );
        await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        Assert.Equal(TestProfiles.IdOf(7), (await service.Mirror.FindAsync("user-7"))!.Id);
        Assert.Equal(TestProfiles.IdOf(7), (await other.FindAsync("user-7"))!.Id);
        service.Emulator.Remove(TestProfiles.IdOf(7));

        await service.Mirror.RefreshAsync();

        // The own process at once, the others within their time.
        Assert.Null(await service.Mirror.FindAsync("user-7"));
        await ReadyService.UntilAsync(async () => await other.FindAsync("user-7") is null);
        Assert.True((await service.Mirror.GetOrCreateAsync("user-7", () => new())).WasCreated);
    }

    [Theory]
    [OnSqlite]
    public async Task AReferenceThatMoves_IsReadAgain(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.Mirror.FindAsync("user-7");
        using var client = service.Mirror.Client.CreateBackgroundClient();
        await client.UpdateAsync(
            TestProfiles.IdOf(7),
            new() { ExternalUserDetails = new() { ReferenceId = "customer-7" } }
        );

        await service.Mirror.RefreshAsync();

        Assert.Null(await service.Mirror.FindAsync("user-7"));
        Assert.Equal(TestProfiles.IdOf(7), (await service.Mirror.FindAsync("customer-7"))!.Id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatAReloadDoesNotFind_IsNoLongerFound(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Trust = TimeSpan.FromMinutes(10) }
        );
        await service.Mirror.FindAsync("user-7");
        service.Emulator.Remove(TestProfiles.IdOf(7));

        await service.Mirror.ResetAsync();
        await service.Mirror.RefreshAsync();

        Assert.Null(await service.Mirror.FindAsync("user-7"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnOlderProfileThatAPassAdds_IsFoundAtOnce(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(
            kind,
            options => options.ReferenceTimes = ReadyService.Short with { Trust = TimeSpan.FromMinutes(10) }
        );
        await using var other = await service.OpenAnotherAsync(options => options.ReferenceTimes = ReadyService.Short);
        foreach (var mirror in (ProfileMirror[])[service.Mirror, other])
            Assert.Equal(new ProfileReference("user-7", TestProfiles.IdOf(7)), await mirror.FindAsync("user-7"));
        var older = service.Emulator.Add(
            new()
            {
                CreatedAt = TestProfiles.Start.AddDays(-1),
                UpdatedAt = TestProfiles.Start.AddDays(-1),
                ExternalUserDetails = new() { ReferenceId = "user-7" },
            }
        );

        await service.Mirror.RefreshAsync();

        ProfileReference expected = new("user-7", older.Id) { Duplicates = 1 };
        Assert.Equal(expected, await service.Mirror.FindAsync("user-7"));
        await ReadyService.UntilAsync(async () => await other.FindAsync("user-7") == expected);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnOlderProfileThatGetsTheReference_IsFoundAtOnce(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.Mirror.FindAsync("user-7");
        using var client = service.Mirror.Client.CreateBackgroundClient();
        await client.UpdateAsync(
            TestProfiles.IdOf(3),
            new() { ExternalUserDetails = new() { ReferenceId = "user-7" } }
        );

        await service.Mirror.RefreshAsync();

        Assert.Equal(
            new ProfileReference("user-7", TestProfiles.IdOf(3)) { Duplicates = 1 },
            await service.Mirror.FindAsync("user-7")
        );
    }

    [Theory]
    [OnSqlite]
    public async Task AMirrorThatIsReset_HasNothingCached(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await service.Mirror.FindAsync("user-7");

        await service.Mirror.ResetAsync();

        await ReadyService.UntilAsync(async () =>
            await Record.ExceptionAsync(() => service.Mirror.FindAsync("user-7").AsTask()) is MirrorNotReadyException
        );
    }
}
