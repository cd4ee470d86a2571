using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Contexts;

/// <summary>Contexts of a factory.</summary>
internal sealed class FactoryContexts<TContext>(IDbContextFactory<TContext> factory) : MirrorContexts
    where TContext : DbContext
{
    public override bool OwnTables => false;

    public override DbContext Create() => factory.CreateDbContext();

    public override async Task<DbContext> CreateAsync(CancellationToken cancellationToken) =>
        await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
}
