using Microsoft.EntityFrameworkCore.Design;

namespace Mirror;

/// <summary>Creates the context for <c>dotnet ef migrations add</c>, which opens no database.</summary>
internal sealed class DirectoryContextFactory : IDesignTimeDbContextFactory<DirectoryContext>
{
    public DirectoryContext CreateDbContext(string[] args) => new(DirectoryContext.OptionsOf("directory.db"));
}
