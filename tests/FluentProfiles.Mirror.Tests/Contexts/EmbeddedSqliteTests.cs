using FluentProfiles.Mirror.Contexts.Sqlite;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Contexts;

public sealed class EmbeddedSqliteTests
{
    [Fact]
    public async Task AFile_IsReadAgain()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        await using (var mirror = await ProfileMirror.OpenAsync(client, database.File))
            await mirror.Store.PutAsync(Row(JsonOf("uprof_1")));

        await using var again = await ProfileMirror.OpenAsync(client, database.File);

        Assert.Equal("uprof_1", Assert.Single(await again.Store.AllAsync()).Id);
    }

    [Fact]
    public async Task ANewFile_IsReadByItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(client, database.File);
        await mirror.Store.PutAsync(Row(JsonOf("uprof_1")));

        var files = Directory.GetFiles(Path.GetDirectoryName(database.File)!);

        Assert.Contains($"{database.File}-wal", files);
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task AFileOfAnApplicationWithTheTables_SaysWhichCallOpensIt()
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        var before = await File.ReadAllBytesAsync(database.File);

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() =>
            ProfileMirror.OpenAsync(client, database.File)
        );

        Assert.Contains("ProfileMirror.OpenAsync(client, contextFactory)", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.File));
    }

    [Fact]
    public async Task AFileOfAnApplicationWithOtherTables_TakesThoseOfTheMirror()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var connection = new SqliteConnection(database.Connection))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Orders (Id INTEGER PRIMARY KEY)";
            await command.ExecuteNonQueryAsync();
        }
        using var client = TestClients.Of();

        await using var mirror = await ProfileMirror.OpenAsync(client, database.File);

        Assert.Equal(0, (await mirror.GetStatusAsync()).Rows);
    }

    [Fact]
    public async Task ALockOfAKilledMigration_IsReplaced()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var connection = new SqliteConnection(database.Connection))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-29 00:00:00+00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }
        using var client = TestClients.Of();

        await using var mirror = await ProfileMirror
            .OpenAsync(client, database.File)
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(await mirror.Store.AllAsync());
    }

    [Fact]
    public async Task AFileThatAnotherProcessMigratesForLong_IsNamed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var held = new FileStream(
            $"{database.File}.lock",
            FileMode.Create,
            FileAccess.Write,
            FileShare.None
        );
        FakeTimeProvider clock = new();
        using ProfilesClient client = new(new() { ApiKey = "key", TimeProvider = clock });

        var opening = ProfileMirror.OpenAsync(client, database.File);
        while (!opening.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() => opening);
        Assert.Contains("profiles.db.lock for a minute", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpeningsAtOnce_ShareTheTables()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();

        var mirrors = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => ProfileMirror.OpenAsync(client, database.File)))
        );

        foreach (var mirror in mirrors)
        {
            Assert.Equal(1, await mirror.Store.OpenAsync(default));
            await mirror.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(":memory:")]
    [InlineData("Data Source=profiles.db")]
    [InlineData("DataSource = profiles.db;Mode=ReadWrite")]
    [InlineData("mode=ReadWrite;data source=profiles.db")]
    public async Task ATextThatIsNoPath_Throws(string path)
    {
        using var client = TestClients.Of();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => ProfileMirror.OpenAsync(client, path));
    }

    [Theory]
    [InlineData("My Data Sources")]
    [InlineData("datasource")]
    [InlineData("x=Data Source")]
    public async Task AFolderWithAWordOfConnectionStrings_HoldsTheFile(string folder)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(Path.GetDirectoryName(database.File)!, folder, "profiles.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var client = TestClients.Of();

        await using var mirror = await ProfileMirror.OpenAsync(client, path);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task AFileThatIsNoDatabase_Throws()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(database.File, new string('x', 10_000));
        using var client = TestClients.Of();

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() =>
            ProfileMirror.OpenAsync(client, database.File)
        );

        Assert.Contains(
            "not a SQLite database, or it is damaged. Check the path.",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.IsType<SqliteException>(failure.InnerException);
    }

    [Fact]
    public async Task AFolderThatIsMissing_Throws()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() =>
            ProfileMirror.OpenAsync(
                client,
                Path.Combine(Path.GetDirectoryName(database.File)!, "missing", "profiles.db")
            )
        );

        Assert.IsType<DirectoryNotFoundException>(failure.InnerException);
    }

    [Fact]
    public void Migrations_AreThoseOfTheModel()
    {
        using var context = new SqliteDesign().CreateDbContext([]);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task IndexesOfAFirstLoad_AreBuiltAtItsEnd()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(client, database.File);
        var store = mirror.Store;
        var all = await IndexesAsync(database);

        await store.DropIndexesAsync(default);
        var whileLoading = await IndexesAsync(database);
        await store.PutAsync(Row(JsonOf("uprof_1")));
        await store.DropIndexesAsync(default);
        await store.BuildIndexesAsync(default);
        await store.BuildIndexesAsync(default);

        Assert.Equal(all, await IndexesAsync(database));
        Assert.Equal(["IX_MirroredProfile_Scope_CreatedAt_Id", "IX_MirroredProfile_Scope_Id"], whileLoading);
        await store.DropIndexesAsync(default);
        Assert.Equal(all, await IndexesAsync(database));
    }

    private static async Task<List<string>> IndexesAsync(TestDatabase database)
    {
        await using var context = SqliteContext.Open(database.File);
        await using var reading = await context.CreateAsync(default);
        return await reading
            .Database.SqlQueryRaw<string>(
                "SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX_Mirrored%' ORDER BY name"
            )
            .ToListAsync();
    }
}
