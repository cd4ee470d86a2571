namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A class whose operators compare times with it. To them, null is a deadline that never comes.</summary>
public sealed class Deadline(DateTimeOffset at)
{
    public DateTimeOffset At => at;

    public static bool operator <(DateTimeOffset time, Deadline? deadline) => deadline is null || time < deadline.At;

    public static bool operator >(DateTimeOffset time, Deadline? deadline) =>
        deadline is not null && time > deadline.At;

    public static bool operator <=(DateTimeOffset time, Deadline? deadline) => !(time > deadline);

    public static bool operator >=(DateTimeOffset time, Deadline? deadline) => !(time < deadline);
}
