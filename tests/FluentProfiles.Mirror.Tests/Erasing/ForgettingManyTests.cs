using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Erasing;

public sealed class ForgettingManyTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ManyProfiles_AreErasedInShortTransactions(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(350));
        await service.Mirror.RefreshAsync();
        using SentStatements sent = new(service.Database);
        string[] ids = [.. Enumerable.Range(0, 250).Select(TestProfiles.IdOf)];

        var had = await service.Mirror.ForgetAsync(["uprof_unknown", .. ids, .. ids.Take(9)]);

        Assert.Equal(250, had);
        Assert.Equal([100, 100, 51], sent.InTransactions("INSERT INTO \"MirrorErasure\""));
        // SQLite copies all rows into a new file.
        Assert.Equal(kind == DatabaseKind.Sqlite ? 1 : 0, sent.Texts.Count(text => text == "VACUUM"));
        Assert.Equal(100, await service.Mirror.Query().CountAsync());
        Assert.Empty(await DatabaseBytes.FindAsync(service.Database, ids.Append("uprof_unknown")));
        var pass = await service.Mirror.RefreshAsync();
        Assert.Equal((0, 0, 0), (pass.Added, pass.Changed, pass.Removed));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFailureHalfWay_NamesWhatIsErased(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(350));
        await service.Mirror.RefreshAsync();
        var left = int.MaxValue;
        await using var mirror = await ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() =>
                left-- > 0 ? service.Database.Context() : throw new IOException("Gone.")
            )
        );
        string[] ids = [.. Enumerable.Range(0, 250).Select(TestProfiles.IdOf)];

        // Each hundred is erased in the own scope, then in others.
        left = 4;
        var failure = await Assert.ThrowsAsync<MirrorErasureException>(() => mirror.ForgetAsync(ids));
        left = int.MaxValue;
        Assert.Equal(150, await mirror.Query().CountAsync());
        var had = await mirror.ForgetAsync(ids);

        Assert.Equal(ids.Take(200), failure.Erased);
        Assert.StartsWith("200 of 250 profiles are erased", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("uprof_", failure.ToString(), StringComparison.Ordinal);
        Assert.IsType<MirrorDatabaseException>(failure.InnerException);
        Assert.Equal(50, had);
        Assert.Equal(100, await mirror.Query().CountAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassUnderWay_GoesOnWithoutThem(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(350));
        await service.Mirror.RefreshAsync();
        service.FailPagesFrom(3);
        await Assert.ThrowsAnyAsync<ProfilesException>(() => service.Mirror.RefreshAsync());
        service.Emulator.Intercept = null;
        // The last ones of the second page.
        string[] ids = [.. Enumerable.Range(149, 3).Select(TestProfiles.IdOf)];

        await service.Mirror.ForgetAsync(ids);
        var checkpoint = await service.Mirror.Store.ReadAsync(
            (reader, stop) => reader.PassAsync(MirrorPassKind.Full, stop),
            default
        );
        await service.Mirror.RefreshAsync();

        Assert.DoesNotContain(ids, PassState.Read(checkpoint!.State).Border.Named.Contains);
        Assert.Equal(347, await service.Mirror.Query().CountAsync());
    }

    [Fact]
    public async Task NoIds_AreRejectedBeforeAnythingIsErased()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        await service.Mirror.RefreshAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => service.Mirror.ForgetAsync((IEnumerable<string>)null!));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ForgetAsync([TestProfiles.IdOf(1), ""]));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ForgetAsync([TestProfiles.IdOf(1), null!]));

        Assert.Equal(0, await service.Mirror.ForgetAsync([]));
        Assert.Equal(3, await service.Mirror.Query().CountAsync());
    }
}
