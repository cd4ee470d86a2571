using FluentProfiles.Mirror.Tests.Databases;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Lets the database itself note who writes and who holds the lease. Each process has its id as the name of its
/// connections.</summary>
internal sealed class WriteAudit(TestDatabase database) : IAsyncDisposable
{
    // A write is noted when its transaction ends, with the row of the scope locked: who has no lock of its own may be replaced between
    // its write and its end.
    private const string Install = """
        CREATE TABLE audit (
            id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(),
            tx xid8 NOT NULL DEFAULT pg_current_xact_id(), writer text, owner text, what text, UNIQUE (tx, what));
        CREATE FUNCTION note_write() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO audit (writer, owner, what)
                SELECT current_setting('application_name'), "LeaseOwner", TG_TABLE_NAME FROM "MirrorScope" FOR SHARE
                ON CONFLICT DO NOTHING;
            RETURN NULL;
        END $$;
        CREATE FUNCTION note_taken() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO audit (writer, owner, what)
                VALUES (current_setting('application_name'), NEW."LeaseOwner", 'taken');
            RETURN NULL;
        END $$;
        CREATE TRIGGER taken AFTER UPDATE ON "MirrorScope" FOR EACH ROW
            WHEN (OLD."LeaseTerm" <> NEW."LeaseTerm") EXECUTE FUNCTION note_taken();
        """;

    private static readonly string[] Tables = ["MirroredProfile", "MirroredMetadata", "MirrorPass", "MirrorCandidate"];

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create($"{database.Connection};Pooling=false");

    public async Task InstallAsync()
    {
        await RunAsync(Install);
        foreach (var table in Tables)
            await RunAsync(
                $"""CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON "{table}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_write()"""
            );
    }

    /// <summary>How many writes there were: transactions, for each table that they have changed.</summary>
    public Task<long> WritesAsync() => NumberAsync("SELECT count(*) FROM audit WHERE what <> 'taken'");

    /// <summary>How many of them were those of a process that did not hold the lease.</summary>
    public Task<long> ForeignWritesAsync() =>
        NumberAsync(
            "SELECT count(*) FROM audit WHERE what <> 'taken' AND (owner IS NULL OR owner NOT LIKE '%/' || writer || '/%')"
        );

    /// <summary>When each lease was taken, and by which process.</summary>
    public async Task<List<(DateTimeOffset At, string Process)>> TakenAsync()
    {
        List<(DateTimeOffset, string)> taken = [];
        await using var command = source.CreateCommand("SELECT at, writer FROM audit WHERE what = 'taken' ORDER BY id");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            taken.Add((new(rows.GetDateTime(0)), rows.GetString(1)));
        return taken;
    }

    /// <summary>The id of the process that holds the lease, or null.</summary>
    public async Task<string?> HolderAsync()
    {
        await using var command = source.CreateCommand(
            """SELECT split_part("LeaseOwner", '/', 2) FROM "MirrorScope" """
        );
        return await command.ExecuteScalarAsync() as string;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task RunAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
