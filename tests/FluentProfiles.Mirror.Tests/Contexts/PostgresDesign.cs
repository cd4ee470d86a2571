using FluentProfiles.Mirror.Contexts.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>The context for which <c>dotnet ef</c> writes migrations for PostgreSQL.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args)
    {
        DbContextOptionsBuilder<PostgresContext> options = new();
        PostgresContext.Configure(options, NpgsqlDataSource.Create("Host=unused"));
        return new(options.Options);
    }
}
