using FluentProfiles.Mirror.Model;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>What the database says of the lease at a time of its clock.</summary>
/// <param name="Owner">The holder; null for a lease that was released.</param>
/// <param name="Term">The number of the lease, counted up each time that it is taken.</param>
/// <param name="Since">When it was taken.</param>
/// <param name="Until">When it ends unless it is renewed.</param>
/// <param name="Now">The time by the clock of the database.</param>
internal sealed record LeaseState(
    string? Owner,
    long Term,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    DateTimeOffset Now
)
{
    public static LeaseState Of(MirrorScope scope, DateTimeOffset now) =>
        new(scope.LeaseOwner, scope.LeaseTerm, scope.LeasedSince, scope.LeasedUntil, now);

    /// <summary>True when nobody holds it.</summary>
    public bool IsFree => Owner is null || Left <= TimeSpan.Zero;

    /// <summary>The time before it ends.</summary>
    public TimeSpan Left => Until is { } until ? until - Now : TimeSpan.Zero;

    /// <summary>True when both are of one lease, which was not renewed between.</summary>
    public bool IsSameAs(LeaseState other) => (Term, Until) == (other.Term, other.Until);
}
