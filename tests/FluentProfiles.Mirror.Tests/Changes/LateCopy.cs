using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Changes;

/// <summary>A copy of a SQLite database that is as old as its last update, as a replica that lags behind.</summary>
internal sealed class LateCopy(TestDatabase database) : IDbContextFactory<OrdersContext>
{
    private int updates;

    private string Connection => $"Data Source={database.File}-{updates}";

    /// <summary>Brings the copy up to date.</summary>
    public async Task UpdateAsync()
    {
        var next = updates + 1;
        await using var context = database.Context();
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {$"{database.File}-{next}"}");
        // A reader finds the whole copy, or the one before.
        updates = next;
    }

    public OrdersContext CreateDbContext() =>
        new(new DbContextOptionsBuilder<OrdersContext>().UseSqlite($"{Connection};Pooling=False").Options);
}
