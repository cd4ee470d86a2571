using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FluentProfiles.Mirror.Contexts;

/// <summary>The contexts of a database that the mirror opens itself. They are pooled: the mirror resets each by disposing of
/// it.</summary>
/// <param name="options">The options of the contexts.</param>
/// <param name="close">Closes what the options have opened.</param>
internal sealed class OwnContexts<TContext>(DbContextOptions<TContext> options, Func<ValueTask> close)
    : MirrorContexts,
        IAsyncDisposable
    where TContext : OwnContext
{
    private readonly PooledDbContextFactory<TContext> pool = new(options);

    public override bool OwnTables => true;

    public override DbContext Create() => pool.CreateDbContext();

    public override async Task<DbContext> CreateAsync(CancellationToken cancellationToken) =>
        await pool.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>True where the database lacks a migration.</summary>
    public async Task<bool> HasPendingAsync(CancellationToken cancellationToken)
    {
        var context = await CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = context.ConfigureAwait(false);
        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false);
        return pending.Any();
    }

    /// <summary>Applies the migrations that are pending.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var context = await CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = context.ConfigureAwait(false);
        await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => close();
}
