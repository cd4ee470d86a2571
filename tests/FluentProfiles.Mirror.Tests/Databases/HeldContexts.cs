using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A factory of contexts of a database that fails, or that does not answer for as long as it is told to.</summary>
/// <param name="database">The database.</param>
internal sealed class HeldContexts(TestDatabase database) : IDbContextFactory<OrdersContext>
{
    private TaskCompletionSource? held;
    private int asked;

    /// <summary>How many contexts were asked for.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>True to let each attempt fail.</summary>
    public bool Fails { get; set; }

    /// <summary>Lets those who ask from now on wait.</summary>
    /// <returns>Ends their wait.</returns>
    public TaskCompletionSource Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets nobody wait who asks from now on. Those who wait go on waiting.</summary>
    public void HoldNoMore() => held = null;

    public OrdersContext CreateDbContext() => database.Context();

    public async Task<OrdersContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        var waits = Volatile.Read(ref held);
        Interlocked.Increment(ref asked);
        if (Fails)
            throw new TimeoutException("It does not answer.");
        if (waits is not null)
            await waits.Task.WaitAsync(cancellationToken);
        return CreateDbContext();
    }
}
