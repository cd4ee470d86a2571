using FluentProfiles.Mirror.Model;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Contexts;

/// <summary>A context with nothing but the mirror's tables, for a database that the mirror opens itself. Each provider has a type
/// of its own, because migrations belong to a context and a provider.</summary>
/// <param name="options">The options.</param>
/// <param name="schema">The schema of the tables; null where the database has none.</param>
internal abstract class OwnContext(DbContextOptions options, string? schema) : DbContext(options)
{
    /// <summary>The table of the applied migrations. An application's own migrations have another.</summary>
    public const string HistoryTable = "__ProfileMirrorMigrations";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (schema is not null)
            modelBuilder.HasDefaultSchema(schema);
        MirrorModel.Configure(modelBuilder, schema);
    }
}
