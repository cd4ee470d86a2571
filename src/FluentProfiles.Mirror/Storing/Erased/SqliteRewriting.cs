using System.Globalization;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Storing.Erased;

/// <summary>Rewrites a SQLite file, so that no byte of a deleted row stays. Overwriting what is deleted does not suffice: SQLite copies
/// rows when it splits pages, and the old copies stay in the gaps.</summary>
internal static class SqliteRewriting
{
    // SQLite waits for readers of older versions of pages, which the log has to keep for them.
    private const int WaitMilliseconds = 10_000;

    /// <returns>True where the database is SQLite.</returns>
    /// <exception cref="MirrorDatabaseException">Readers have kept the log in use.</exception>
    public static async Task<bool> RunAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        if (session.IsPostgres)
            return false;
        await ExecuteAsync(session, "VACUUM", cancellationToken).ConfigureAwait(false);
        if (await CutLogAsync(session, cancellationToken).ConfigureAwait(false))
            return true;
        throw new MirrorDatabaseException(
            "The profiles are erased from the tables, but other connections have read the SQLite file all the time, so the log beside it could not be cut and may still have them. Call the method again."
        );
    }

    // Writes the log into the file and empties it, unless a reader needs it.
    private static async Task<bool> CutLogAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        var wait = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {WaitMilliseconds}");
        await ExecuteAsync(session, wait, cancellationToken).ConfigureAwait(false);
        try
        {
            return Equals(
                await ExecuteAsync(session, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken).ConfigureAwait(false),
                0L
            );
        }
        finally
        {
            // The provider waits in its own way.
            await ExecuteAsync(session, "PRAGMA busy_timeout = 0", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<object?> ExecuteAsync(
        MirrorSession session,
        string sql,
        CancellationToken cancellationToken
    )
    {
        var command = session.CreateCommand(sql);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
