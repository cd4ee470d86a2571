using FluentProfiles.Mirror.Model;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Keeps every writer of the mirrors of a database out until it is disposed of, as long work does.</summary>
internal sealed class WriteLock : IAsyncDisposable
{
    private readonly OrdersContext context;

    private WriteLock(OrdersContext context) => this.context = context;

    public static async Task<WriteLock> TakeAsync(TestDatabase database)
    {
        var context = database.Context();
        // SQLite locks its file at once.
        await context.Database.BeginTransactionAsync();
        if (database.Kind == DatabaseKind.Postgres)
            await context.Set<MirrorScope>().FromSql($"SELECT * FROM \"MirrorScope\" FOR UPDATE").ToListAsync();
        return new(context);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
