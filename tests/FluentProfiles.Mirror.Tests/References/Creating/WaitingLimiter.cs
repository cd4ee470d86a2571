using System.Threading.RateLimiting;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>Waits before each permit that it gives.</summary>
internal sealed class WaitingLimiter(Func<CancellationToken, Task> wait) : RateLimiter
{
    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Permit(isAcquired: false);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount,
        CancellationToken cancellationToken
    )
    {
        await wait(cancellationToken);
        return new Permit(isAcquired: true);
    }

    private sealed class Permit(bool isAcquired) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
