using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>Times as the database has them: microseconds since 1970, which every provider compares and sorts. What is below a
/// microsecond is dropped.</summary>
internal static class Microseconds
{
    public static ValueConverter<DateTimeOffset, long> Converter { get; } =
        new(time => Of(time), microseconds => ToTime(microseconds));

    public static long Of(DateTimeOffset time) =>
        Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) is var (whole, rest)
        && rest < 0
            ? whole - 1
            : whole;

    public static DateTimeOffset ToTime(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The time without what the database drops.</summary>
    public static DateTimeOffset Floor(DateTimeOffset time) => ToTime(Of(time));
}
