using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>One use of a lease. The lease is released when the last use is disposed of.</summary>
internal sealed class LeaseHold(LeaseKeeper keeper, Lease lease) : IAsyncDisposable
{
    public long Term => lease.Term;

    /// <summary>Writes under the lease.</summary>
    public MirrorStore Store => lease.Store;

    /// <summary>Is cancelled when the lease is lost.</summary>
    public CancellationToken Lost => lease.Lost;

    public ValueTask DisposeAsync() => keeper.ReleaseAsync(lease);
}
