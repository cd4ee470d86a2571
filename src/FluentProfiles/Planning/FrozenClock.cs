namespace FluentProfiles.Planning;

/// <summary>A clock frozen at the start of the run, so that <c>UtcNow</c> has one value for the whole run and for the runs that
/// resume it.</summary>
/// <param name="clock">The clock to freeze.</param>
/// <param name="earlier">The moment of the run that this one resumes, or null.</param>
internal sealed class FrozenClock(TimeProvider clock, DateTimeOffset? earlier) : TimeProvider
{
    /// <summary>The moment; null while no condition has used it.</summary>
    public DateTimeOffset? Moment { get; private set; } = earlier;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => Moment ??= clock.GetUtcNow();
}
