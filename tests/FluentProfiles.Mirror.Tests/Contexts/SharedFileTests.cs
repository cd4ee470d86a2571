using System.Diagnostics;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.KilledMirror;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>Several mirrors in one SQLite file: those of two workspaces in one process, and those of other processes.</summary>
public sealed class SharedFileTests
{
    [Fact]
    public async Task TheLogOfOpenMirrors_StaysWhenAnotherProcessHasUsedTheFile()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        using var other = TestClients.Of(workspace: "wrkspc_2");
        await using var mirror = await ProfileMirror.OpenAsync(client, database.File);
        await mirror.Store.PutAsync(Row(JsonOf("uprof_1")));
        await using var second = await ProfileMirror.OpenAsync(other, database.File);

        await RunAnotherProcessAsync(database.File);

        Assert.True(File.Exists($"{database.File}-wal"));
        await mirror.Store.PutAsync(Row(JsonOf("uprof_2")));
        await RunAnotherProcessAsync(database.File);
        await second.Store.PutAsync(Row(JsonOf("uprof_3")));
        await using var reopened = await ProfileMirror.OpenAsync(client, database.File);
        Assert.Equal(2, (await reopened.Store.AllAsync()).Count);
    }

    /// <summary>Opens a mirror in the file, uses it, and ends: the last user of a file deletes its log.</summary>
    private static async Task RunAnotherProcessAsync(string file)
    {
        using var process = Process.Start(
            "dotnet",
            [typeof(Replica).Assembly.Location, "references", "http://127.0.0.1:9", Replica.Sqlite, file, "0", "1"]
        );
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
