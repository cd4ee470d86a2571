using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Contexts.Sqlite;

/// <summary>Tables with the names of the mirror's in a file that is an application's.</summary>
internal static class OtherTables
{
    /// <exception cref="MirrorDatabaseException">The file has such tables already, and no mirror has created them.</exception>
    public static async Task ThrowIfAnyAsync(OwnContexts<SqliteContext> contexts, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = context.ConfigureAwait(false);
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
        if (applied.Any())
            return;
        var tables = await context
            .Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'")
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        var own = context.Model.GetEntityTypes().Select(type => type.GetTableName()!);
        if (own.Intersect(tables, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } taken)
            throw new MirrorDatabaseException(
                $"The file has a table {taken} already, which no mirror with a file of its own has created. If the mirror's tables belong to your DbContext, call ProfileMirror.OpenAsync(client, contextFactory), with an IDbContextFactory of it. Otherwise give the mirror another file."
            );
    }
}
