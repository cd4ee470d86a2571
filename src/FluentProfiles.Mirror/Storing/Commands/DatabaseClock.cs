using FluentProfiles.Mirror.Model.Columns;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>The clock that all processes share.</summary>
internal static class DatabaseClock
{
    // now() is the start of the transaction, which may have waited for a lock since.
    private const string Postgres = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    // SQLite has the clock of the machine, to the millisecond.
    private const string Sqlite = "CAST(round((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000";

    /// <summary>The SQL of the time, in microseconds.</summary>
    public static string Of(MirrorSession session) => session.IsPostgres ? Postgres : Sqlite;

    /// <summary>The time by the clock of the database.</summary>
    public static async Task<DateTimeOffset> NowAsync(this MirrorSession session, CancellationToken cancellationToken)
    {
        var clock = await session.StatementAsync($"SELECT {Of(session)}", [], cancellationToken).ConfigureAwait(false);
        return Microseconds.ToTime(await clock.NumberAsync(cancellationToken).ConfigureAwait(false));
    }
}
