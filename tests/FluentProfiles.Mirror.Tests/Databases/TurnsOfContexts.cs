using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A factory of contexts that lets something happen before it creates one of them, such as what another process does between two
/// transactions.</summary>
/// <param name="database">The database.</param>
internal sealed class TurnsOfContexts(TestDatabase database) : IDbContextFactory<OrdersContext>
{
    private int left = int.MaxValue;
    private Func<Task>? before;

    /// <summary>Sets what happens before one of the next contexts.</summary>
    /// <param name="context">Which one, counted from 1.</param>
    /// <param name="action">What happens.</param>
    public void Before(int context, Func<Task> action) => (left, before) = (context, action);

    public OrdersContext CreateDbContext() => database.Context();

    public async Task<OrdersContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        if (--left == 0)
            await before!();
        return CreateDbContext();
    }
}
