using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FluentProfiles.Mirror.Contexts.Postgres;

/// <summary>The context of a mirror with tables of its own in a PostgreSQL database. They are in a schema of their own.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : OwnContext(options, Schema)
{
    public const string Schema = "profile_mirror";

    private const int Attempts = 6;

    // A database that is back is used within seconds.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    /// <summary>Opens the database, whose tables may be missing.</summary>
    public static OwnContexts<PostgresContext> Open(string connection)
    {
        var source = NpgsqlDataSource.Create(connection);
        DbContextOptionsBuilder<PostgresContext> options = new();
        Configure(options, source);
        return new(options.Options, source.DisposeAsync);
    }

    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(
            source,
            postgres =>
                postgres
                    .MigrationsHistoryTable(HistoryTable, Schema)
                    .EnableRetryOnFailure(Attempts, LongestPause, errorCodesToAdd: null)
        );
}
