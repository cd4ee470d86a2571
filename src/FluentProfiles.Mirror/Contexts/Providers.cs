using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FluentProfiles.Mirror.Contexts;

/// <summary>The databases that the mirror runs on.</summary>
internal static class Providers
{
    /// <exception cref="ProfilesConfigurationException">The context uses another provider.</exception>
    public static void ThrowIfOther(DbContext context)
    {
        if (!context.Database.IsSqlite() && !context.Database.IsNpgsql())
            throw new ProfilesConfigurationException(
                $"The mirror runs on SQLite (Microsoft.EntityFrameworkCore.Sqlite) and PostgreSQL (Npgsql.EntityFrameworkCore.PostgreSQL). "
                    + $"{context.GetType().Name} uses {context.Database.ProviderName}. Give the mirror a DbContext on one of the two, or "
                    + "use ProfileMirror.OpenAsync(client, \"profiles.db\"), which has a database of its own."
            );
    }

    /// <summary>True where a command failed because a table or a column is not there.</summary>
    public static bool IsMissing(DbException failure) =>
        failure switch
        {
            SqliteException { SqliteErrorCode: 1 } => failure.Message.Contains("no such", StringComparison.Ordinal),
            PostgresException { SqlState: var state } => state
                is PostgresErrorCodes.UndefinedTable
                    or PostgresErrorCodes.UndefinedColumn
                    or PostgresErrorCodes.InvalidSchemaName,
            _ => false,
        };
}
