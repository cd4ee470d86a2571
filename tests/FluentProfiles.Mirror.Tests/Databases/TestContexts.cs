using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A factory of contexts.</summary>
internal sealed class TestContexts<TContext>(Func<TContext> create) : IDbContextFactory<TContext>
    where TContext : DbContext
{
    public TContext CreateDbContext() => create();
}
