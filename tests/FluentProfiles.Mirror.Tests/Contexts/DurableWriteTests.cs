using System.Data.Common;
using FluentProfiles.Mirror.Contexts.Sqlite;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>Which commits of SQLite wait for the disk: <c>PRAGMA synchronous</c> is 1 where they don't in WAL mode, 2 where they do. And which
/// settings stay.</summary>
public sealed class DurableWriteTests
{
    [Fact]
    public async Task ATransactionOfAnOwnFile_WaitsForTheDiskWhereItHasTo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(client, database.File);

        Assert.Equal(1, await mirror.Store.WriteAsync(LevelAsync, default));
        Assert.Equal(2, await mirror.Store.WriteAsync(LevelAsync, default, isDurable: true));
        Assert.Equal(1, await mirror.Store.WriteAsync(LevelAsync, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AConnectionOfTheApplication_IsAsBeforeAfterATransaction(int level)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Sqlite);
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(database.Connection);
        await connection.OpenAsync();
        await using var set = connection.CreateCommand();
        set.CommandText = $"PRAGMA synchronous = {level}";
        await set.ExecuteNonQueryAsync();
        var options = new DbContextOptionsBuilder<OrdersContext>().UseSqlite(connection).Options;
        var store = TestDatabase.Store(() => new OrdersContext(options));

        Assert.Equal(Math.Max(level, 2), await store.WriteAsync(LevelAsync, default, isDurable: true));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            store.WriteAsync<int>((_, _) => throw new InvalidOperationException(), default, isDurable: true)
        );

        Assert.Equal(level, await store.WriteAsync(LevelAsync, default));
    }

    [Theory]
    [InlineData("OFF", 0)]
    [InlineData("ON", 1)]
    [InlineData("FAST", 2)]
    public async Task AConnectionOfTheApplication_KeepsItsSettingForWhatIsDeleted(string setting, int level)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Sqlite);
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(database.Connection);
        await connection.OpenAsync();
        await using var set = connection.CreateCommand();
        set.CommandText = $"PRAGMA secure_delete = {setting}";
        await set.ExecuteNonQueryAsync();
        await using var read = connection.CreateCommand();
        read.CommandText = "PRAGMA secure_delete";
        var options = new DbContextOptionsBuilder<OrdersContext>().UseSqlite(connection).Options;
        var store = TestDatabase.Store(() => new OrdersContext(options));

        var within = await store.WriteAsync(
            async (writer, token) => await writer.Session.RunAsync("PRAGMA secure_delete", token),
            default
        );

        Assert.Equal(1L, within);
        Assert.Equal((long)level, await read.ExecuteScalarAsync());
    }

    [Fact]
    public async Task TheNoteThatACreateIsSent_WaitsForTheDisk()
    {
        await using var service = await ReadyService.StartAsync(DatabaseKind.Sqlite);
        LevelsOfCommits levels = new();
        var options = service.Database.OptionsOf<OrdersContext>(builder =>
            builder.AddInterceptors(new SqliteSettings(), levels)
        );
        await using var mirror = await ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() => new(options))
        );

        await mirror.GetOrCreateAsync("customer-1", () => new());

        Assert.Equal([(MirrorClaimState.Claimed, 1), (MirrorClaimState.Sent, 2)], levels.OfClaims.Distinct());
    }

    private static async Task<int> LevelAsync(MirrorWriter writer, CancellationToken cancellationToken)
    {
        await using var command = writer.Session.CreateCommand("PRAGMA synchronous");
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), null);
    }

    /// <summary>Notes how each commit that leaves a claim in the database waits for the disk.</summary>
    private sealed class LevelsOfCommits : DbTransactionInterceptor
    {
        public List<(MirrorClaimState State, int Level)> OfClaims { get; } = [];

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                $"SELECT \"{nameof(MirrorClaim.State)}\", synchronous FROM \"{nameof(MirrorClaim)}\", pragma_synchronous";
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                OfClaims.Add(((MirrorClaimState)rows.GetInt32(0), rows.GetInt32(1)));
            return result;
        }
    }
}
