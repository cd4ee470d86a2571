using FluentProfiles.Mirror.Erasing;
using FluentProfiles.Mirror.Tests.Changes;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Erasing;

/// <summary>The ledger of erasures, which is kept outside of the database.</summary>
public sealed class LedgerTests
{
    [Fact]
    public async Task ARestoredBackupOfBeforeTheFirstErasure_IsErasedAgain()
    {
        await using var service = await MirroredService.StartAsync(
            DatabaseKind.Sqlite,
            TestProfiles.Many(30),
            options => options.KeepChangeValues = true
        );
        await service.Mirror.RefreshAsync();
        await service.ChangeAsync([3, 7]);
        service.Emulator.Remove(TestProfiles.IdOf(3));
        await service.Mirror.RefreshAsync();
        var backup = await BackUpAsync(service);
        // 3 is stored no longer, but has entries in the feed.
        await service.Mirror.ForgetAsync(TestProfiles.IdOf(3));
        await service.Mirror.ForgetAsync(TestProfiles.IdOf(7));
        var ledger = await service.Mirror.ExportErasuresAsync();
        await RestoreAsync(service, backup);
        Assert.Equal(29, await service.Mirror.Query().CountAsync());

        var applied = await service.Mirror.ApplyErasuresAsync(ledger);
        var again = await service.Mirror.ApplyErasuresAsync(ledger);
        var pass = await service.Mirror.RefreshAsync();

        Assert.Equal((2, 0), (applied, again));
        Assert.Equal(0, pass.Added);
        Assert.Equal(28, await service.Mirror.Query().CountAsync());
        Assert.Empty(await DatabaseBytes.FindAsync(service.Database, TestProfiles.Ids([3, 7])));
        Assert.DoesNotContain("uprof_", ledger, StringComparison.Ordinal);
        Assert.Equal(ledger, await service.Mirror.ExportErasuresAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADatabaseWithErasuresOfItsOwn_TakesThoseOfALedgerToo(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(30));
        await service.Mirror.RefreshAsync();
        await service.Mirror.ForgetAsync(TestProfiles.IdOf(7));
        var ledger = await service.Mirror.ExportErasuresAsync();
        await service.Mirror.LiftErasureAsync(TestProfiles.IdOf(7));
        await using var anew = await TestDatabase.CreateWithTablesAsync(kind);
        await using var mirror = await ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(anew.Context),
            new() { MaxRequestsPerSecond = null }
        );
        await mirror.RefreshAsync();
        await mirror.ForgetAsync(TestProfiles.IdOf(9));

        var applied = await mirror.ApplyErasuresAsync(ledger);
        await mirror.RefreshAsync();

        Assert.Equal(1, applied);
        Assert.Equal(
            TestProfiles.IdsWhere(
                30,
                profile => profile.Id != TestProfiles.IdOf(7) && profile.Id != TestProfiles.IdOf(9)
            ),
            await mirror.Query().Select(profile => profile.Id).ToListAsync()
        );
        // The ledger of both goes back into the first one, which has not stored 7 again.
        Assert.Equal(1, await service.Mirror.ApplyErasuresAsync(await mirror.ExportErasuresAsync()));
        Assert.True(await service.Mirror.LiftErasureAsync(TestProfiles.IdOf(9)));
        Assert.True(await service.Mirror.LiftErasureAsync(TestProfiles.IdOf(7)));
    }

    [Fact]
    public async Task ALedgerOfAnotherAddress_IsRejected()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, []);
        await using var other = await MirroredService.StartAsync(DatabaseKind.Sqlite, []);
        await other.Mirror.ForgetAsync("uprof_1");
        var ledger = await other.Mirror.ExportErasuresAsync();

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ApplyErasuresAsync(ledger));

        Assert.Contains("another address", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await service.Mirror.ApplyErasuresAsync(await service.Mirror.ExportErasuresAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Version":2,"Address":"","Workspace":"","Keys":"","Erasures":[]}""")]
    [InlineData("""{"Version":1,"Address":null,"Workspace":"","Keys":"","Erasures":[]}""")]
    [InlineData("""{"Version":1,"Address":"","Workspace":"","Keys":null,"Erasures":[]}""")]
    [InlineData("""{"Version":1,"Address":"","Workspace":"","Keys":"QQ==","Erasures":[]}""")]
    [InlineData("""{"Version":1,"Address":"","Workspace":"","Keys":"","Erasures":null}""")]
    [InlineData("""{"Version":1,"Address":"","Workspace":"","Keys":"KEY","Erasures":[null]}""")]
    [InlineData(
        """{"Version":1,"Address":"","Workspace":"","Keys":"KEY","Erasures":[{"Hash":null,"At":"2026-11-01"}]}"""
    )]
    [InlineData("""{"Version":1,"Address":"","Workspace":"","Keys":"KEY","Erasures":[{"At":"2026-11-01"}]}""")]
    [InlineData("""{"Version":1,"Address":"","Workspace":"","Keys":"KEY","Erasures":[{"Hash":"HASH"}]}""")]
    [InlineData(
        """{"Version":1,"Address":"","Workspace":"","Keys":"KEY","Erasures":[{"Hash":"HAS","At":"2026-11-01"}]}"""
    )]
    [InlineData(
        """{"Version":1,"Address":"","Workspace":"","Keys":"","Erasures":[{"Hash":"HASH","At":"2026-11-01"}]}"""
    )]
    public void ADamagedLedger_IsRejected(string text)
    {
        var ledger = Filled(text);

        var failure = Assert.Throws<ArgumentException>(() => ErasureLedger.Read(ledger, new("", ""), "ledger"));

        Assert.Contains("not a ledger of erasures, or it is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWholeLedger_IsRead()
    {
        var text = Filled(
            """{"Version":1,"Address":"","Workspace":"","Keys":"KEY","Erasures":[{"Hash":"HASH","At":"2026-11-01"}]}"""
        );

        Assert.Single(ErasureLedger.Read(text, new("", ""), "ledger").Erasures);
    }

    private static string Filled(string text) =>
        text.Replace("KEY", Convert.ToBase64String(new byte[32]), StringComparison.Ordinal)
            .Replace("HASH", new('a', 64), StringComparison.Ordinal)
            .Replace("HAS", new('a', 63), StringComparison.Ordinal);

    private static async Task<byte[]> BackUpAsync(MirroredService service)
    {
        // Nothing is in a log: the file is closed.
        await service.Mirror.Store.RewriteAsync(default);
        return await File.ReadAllBytesAsync(service.Database.File);
    }

    private static async Task RestoreAsync(MirroredService service, byte[] backup)
    {
        await using (Microsoft.Data.Sqlite.SqliteConnection connection = new(service.Database.Connection))
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        foreach (var beside in (string[])["-wal", "-shm"])
            File.Delete(service.Database.File + beside);
        await File.WriteAllBytesAsync(service.Database.File, backup);
        await service.ReopenAsync();
    }
}
