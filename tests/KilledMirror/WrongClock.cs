namespace FluentProfiles.Mirror.Tests.KilledMirror;

/// <summary>A clock that is wrong.</summary>
/// <param name="by">By how much.</param>
internal sealed class WrongClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
