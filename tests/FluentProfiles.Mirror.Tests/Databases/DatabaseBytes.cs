using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>All that a database holds, as bytes: the files of SQLite, a dump of PostgreSQL.</summary>
internal static class DatabaseBytes
{
    /// <summary>Those of some texts that are found in a database, in any of the forms in which it may have them.</summary>
    public static async Task<List<string>> FindAsync(TestDatabase database, IEnumerable<string> texts)
    {
        var all = await ReadAsync(database);
        return [.. texts.Where(text => FormsOf(text).Any(form => all.AsSpan().IndexOf(form) >= 0))];
    }

    private static IEnumerable<byte[]> FormsOf(string text)
    {
        string[] written = [text, JsonSerializer.Serialize(text)[1..^1], Relaxed(text)];
        foreach (var form in written.Distinct().Select(Encoding.UTF8.GetBytes))
        {
            yield return form;
            // As a dump has the bytes of a column.
            yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(form));
        }
        yield return Encoding.Unicode.GetBytes(text);
    }

    private static string Relaxed(string text) =>
        JsonSerializer.Serialize(
            text,
            new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        )[1..^1];

    private static async Task<byte[]> ReadAsync(TestDatabase database)
    {
        using MemoryStream all = new();
        if (database.Kind == DatabaseKind.Postgres)
            await DumpAsync(database.Connection, all);
        else
        {
            foreach (var name in Directory.GetFiles(Path.GetDirectoryName(database.File)!))
            {
                await using FileStream file = new(
                    name,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete
                );
                await file.CopyToAsync(all);
            }
        }
        return all.ToArray();
    }

    private static async Task DumpAsync(string connection, Stream output)
    {
        NpgsqlConnectionStringBuilder target = new(connection);
        ProcessStartInfo start = new(
            Path.Combine(PostgresBinaries.Folder!, "pg_dump"),
            ["-h", target.Host!, "-U", target.Username!, "-d", target.Database!]
        )
        {
            RedirectStandardOutput = true,
        };
        using var dump = Process.Start(start)!;
        await dump.StandardOutput.BaseStream.CopyToAsync(output);
        await dump.WaitForExitAsync();
        Assert.Equal(0, dump.ExitCode);
    }
}
