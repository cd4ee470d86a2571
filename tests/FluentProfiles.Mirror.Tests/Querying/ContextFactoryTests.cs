using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>Queries over the contexts of a factory that does more than to create them.</summary>
public sealed class ContextFactoryTests
{
    [Fact]
    public async Task AFactoryThatFailsOnce_FailsOneQuery()
    {
        await using var filled = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        Factory factory = new(filled.Database);
        await using var mirror = await ProfileMirror.OpenAsync(filled.Mirror.Client, factory);
        var query = mirror.Query().Where(p => p.Name == "B0001");

        factory.Failure = new InvalidOperationException("No tenant is chosen.");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => query.ToListAsync().AsTask());
        factory.Failure = null;

        Assert.Equal("No tenant is chosen.", failure.Message);
        Assert.Equal(1, await query.CountAsync());
    }

    [Fact]
    public async Task AQuery_WaitsForAContextWithoutBlocking()
    {
        await using var filled = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        Factory factory = new(filled.Database);
        await using var mirror = await ProfileMirror.OpenAsync(filled.Mirror.Client, factory);

        factory.Ready = new();
        var reading = mirror.Query().ToListAsync().AsTask();
        Assert.False(reading.IsCompleted);
        factory.Ready.SetResult();

        Assert.Equal(3, (await reading).Count);
    }

    private sealed class Factory(TestDatabase database) : IDbContextFactory<OrdersContext>
    {
        public Exception? Failure { get; set; }

        public TaskCompletionSource? Ready { get; set; }

        public OrdersContext CreateDbContext() => throw new NotSupportedException("The factory is asynchronous.");

        public async Task<OrdersContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (Failure is not null)
                throw Failure;
            if (Ready is not null)
                await Ready.Task.WaitAsync(cancellationToken);
            return database.Context();
        }
    }
}
