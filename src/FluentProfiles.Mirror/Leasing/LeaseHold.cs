using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>One use of a lease. The lease is released when the last use is disposed of.</summary>
internal sealed class LeaseHold(LeaseKeeper keeper, Lease lease) : IAsyncDisposable
{
    public long Term => lease.Term;

    /// <summary>Writes under the lease.</summary>
    public MirrorStore Store => lease.Store;

    /// <inheritdoc cref="Lease.Lost"/>
    public CancellationToken Lost => lease.Lost;

    /// <inheritdoc cref="Lease.CertainAsync"/>
    public Task CertainAsync(CancellationToken cancellationToken) => lease.CertainAsync(cancellationToken);

    public ValueTask DisposeAsync() => keeper.ReleaseAsync(lease);
}
