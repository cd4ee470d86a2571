using FluentProfiles.Mirror.Model;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles;

/// <summary>Adds the mirror's tables to an application's own model.</summary>
public static class MirrorModelBuilderExtensions
{
    /// <summary>Adds the tables of the mirror to the model of a <see cref="DbContext"/>. Call it in
    /// <c>OnModelCreating</c>, then add a migration as for tables of your own. The model's provider, default schema and
    /// naming conventions apply. SQLite and PostgreSQL are supported.</summary>
    /// <param name="modelBuilder">The builder of the model.</param>
    /// <param name="schema">The database schema of the tables, or null for the model's default. SQLite has no
    /// schemas.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> is null.</exception>
    public static ModelBuilder AddProfileMirror(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        MirrorModel.Configure(modelBuilder, schema);
        return modelBuilder;
    }
}
