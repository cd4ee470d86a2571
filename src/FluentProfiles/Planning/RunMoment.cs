namespace FluentProfiles.Planning;

/// <summary>The clock of one run, which stands still: <c>UtcNow</c> in a condition is one moment, and that of the run before
/// where this one goes on with it, so that both look for the same.</summary>
/// <param name="clock">The time.</param>
/// <param name="earlier">The moment of the run before, or null.</param>
internal sealed class RunMoment(TimeProvider clock, DateTimeOffset? earlier) : TimeProvider
{
    /// <summary>The moment; null as long as nobody has asked for it.</summary>
    public DateTimeOffset? Asked { get; private set; } = earlier;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => Asked ??= clock.GetUtcNow();
}
