using FluentProfiles.Benchmarks.Report;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>With what mirrors were measured.</summary>
internal static class MirrorVersions
{
    public static string Describe() =>
        $"EF Core {MeasuringEnvironment.Version<DbContext>()}, SQLite {Sqlite()}, PostgreSQL {Postgres()} on a socket.";

    private static string Sqlite()
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static string Postgres() =>
        Path.GetFileName(Path.GetDirectoryName(PostgresBinaries.Folder)) ?? "not installed";
}
