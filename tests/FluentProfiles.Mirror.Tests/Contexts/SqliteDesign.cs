using FluentProfiles.Mirror.Contexts.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>The context for which <c>dotnet ef</c> writes migrations for SQLite.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args)
    {
        DbContextOptionsBuilder<SqliteContext> options = new();
        SqliteContext.Configure(options, "Data Source=unused.db");
        return new(options.Options);
    }
}
