using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FluentProfiles.Mirror.Contexts;

/// <summary>Says in words what failed in a database.</summary>
internal static class DatabaseFailure
{
    // Npgsql has no name for it: the server has ended a session that kept a transaction open.
    private const string IdleInTransaction = "25P03";

    private const string Unreachable =
        "PostgreSQL can't be reached, or the connection broke. What was not committed is not written. Check the connection string and "
        + "the server.";

    /// <summary>The exception of this library for a failure of the database; null for any other failure.</summary>
    public static MirrorDatabaseException? Of(Exception failure) =>
        failure switch
        {
            MirrorException => null,
            SqliteException sqlite => new(TextOf(sqlite), failure),
            PostgresException postgres => new(TextOf(postgres), failure),
            // Npgsql passes on what the resolution of a host name throws.
            NpgsqlException or SocketException or TimeoutException => new(Unreachable, failure),
            DbException or IOException or UnauthorizedAccessException => new(
                $"The mirror's database failed: {failure.Message}",
                failure
            ),
            // What EF Core makes of it after the last attempt, and of the only one.
            RetryLimitExceededException { InnerException: { } cause } => Of(cause),
            InvalidOperationException
            {
                InnerException: (DbException or SocketException or TimeoutException) and { } cause
            } => Of(cause),
            _ => null,
        };

    /// <summary>True where PostgreSQL has given a transaction up, and the same may succeed at once.</summary>
    public static bool IsConflict(Exception failure) =>
        failure switch
        {
            PostgresException { SqlState: var state } => state
                is PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or IdleInTransaction,
            // What EF Core makes of the only attempt.
            InvalidOperationException { InnerException: PostgresException cause } => IsConflict(cause),
            _ => false,
        };

    /// <summary>True where another connection has held a row or the SQLite file for too long.</summary>
    public static bool IsLocked(Exception failure) =>
        failure switch
        {
            SqliteException { SqliteErrorCode: var code } => code
                is SQLitePCL.raw.SQLITE_BUSY
                    or SQLitePCL.raw.SQLITE_LOCKED,
            PostgresException { SqlState: var state } => state is PostgresErrorCodes.LockNotAvailable,
            MirrorDatabaseException or InvalidOperationException => failure.InnerException is { } cause
                && IsLocked(cause),
            _ => false,
        };

    /// <summary>True where the database can't be reached, or the connection broke.</summary>
    public static bool IsOutage(Exception failure) =>
        failure switch
        {
            PostgresException { SqlState: var state } => IsOutage(state),
            NpgsqlException or SocketException or TimeoutException => true,
            RetryLimitExceededException { InnerException: { } cause } => IsOutage(cause),
            InvalidOperationException
            {
                InnerException: (DbException or SocketException or TimeoutException) and { } cause
            } => IsOutage(cause),
            MirrorDatabaseException { InnerException: { } cause } => IsOutage(cause),
            _ => false,
        };

    private static bool IsOutage(string sqlState) =>
        sqlState
            is PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow
                or IdleInTransaction
        || sqlState.StartsWith("08", StringComparison.Ordinal);

    private static string TextOf(SqliteException failure) =>
        failure.SqliteErrorCode switch
        {
            _ when IsLocked(failure) =>
                "Another process has locked the SQLite file of the mirror for longer than the timeout. SQLite lets one writer in at a "
                    + "time: let one process refresh the mirror, or use PostgreSQL.",
            SQLitePCL.raw.SQLITE_FULL =>
                "The disk is full, so the mirror could not be written. What was committed before is intact. Free some space and "
                    + "refresh again.",
            SQLitePCL.raw.SQLITE_READONLY =>
                "The SQLite file of the mirror can't be written. Give the process the right to write the file and its folder.",
            SQLitePCL.raw.SQLITE_CANTOPEN =>
                "The SQLite file of the mirror can't be opened. Check that its folder exists and that the process may use it.",
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB =>
                "The file is not a SQLite database, or it is damaged. Check the path. If it is the mirror's file, restore a backup, or move the "
                    + "file away and refresh: the profiles are loaded again, but erasures, unresolved references and the feed of changes are lost.",
            _ => $"The SQLite database of the mirror failed: {failure.Message}",
        };

    private static string TextOf(PostgresException failure) =>
        failure.SqlState switch
        {
            var state when IsOutage(state) => Unreachable,
            PostgresErrorCodes.DiskFull =>
                "The disk of PostgreSQL is full, so the mirror could not be written. What was committed before is intact.",
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                "PostgreSQL takes no writes over this connection: it leads to a read replica, or to a read-only session. Give the mirror a "
                    + "connection to the primary.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"PostgreSQL denies the mirror a right that it needs: {failure.MessageText}. Run GRANT SELECT, INSERT, UPDATE, DELETE on the "
                    + "mirror's tables, and GRANT SELECT on MirrorSchema, for the role of the connection; docs/mirror.md lists them under "
                    + "\"Rights in PostgreSQL\".",
            _ when IsLocked(failure) =>
                "Another session has locked rows of the mirror. Find out which one, and refresh again.",
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
                "PostgreSQL rolled back a transaction of the mirror several times because of conflicts. Find out which other sessions write to the "
                    + "mirror's tables, then refresh again.",
            // The message may quote values; the text without them is enough to find the cause.
            var state => $"PostgreSQL rejected a command of the mirror (SQLSTATE {state}): {failure.MessageText}",
        };
}
