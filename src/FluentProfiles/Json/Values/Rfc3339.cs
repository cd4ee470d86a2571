namespace FluentProfiles.Json.Values;

/// <summary>Reads a timestamp as RFC 3339 allows it: any case of <c>T</c> and <c>Z</c>, a space in place of the <c>T</c>, any
/// offset, a fraction of any length and second 60.</summary>
internal static class Rfc3339
{
    // 2026-10-31T23:54:20
    private const int WholeSeconds = 19;

    // What DateTimeOffset can hold as an offset.
    private const int MostOffsetMinutes = 14 * 60;

    /// <summary>Digits behind the seventh of a second are dropped. Second 60 is the start of the next minute, without its fraction, so
    /// that the order of timestamps is kept. The offset is kept up to 14 hours; beyond them the time is in UTC.</summary>
    /// <returns>False where the text is no timestamp, or the instant is outside the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        return text.Length > WholeSeconds
            && TryParseSeconds(text, out var ticks, out var isLeap)
            && TryParseFraction(text, out var fraction, out var end)
            && TryParseOffset(text[end..], out var offset)
            && TryAt(isLeap ? ticks : ticks + fraction, offset, ref time);
    }

    private static bool TryParseSeconds(ReadOnlySpan<byte> text, out long ticks, out bool isLeap)
    {
        (ticks, isLeap) = (0, false);
        if (
            (text[4], text[7], text[13], text[16]) is not ((byte)'-', (byte)'-', (byte)':', (byte)':')
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
        )
            return false;
        var (year, month, day) = (Pair(text, 0) * 100 + Pair(text, 2), Pair(text, 5), Pair(text, 8));
        var (hour, minute, second) = (Pair(text, 11), Pair(text, 14), Pair(text, 17));
        // A part that is no number is negative, and far so.
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return false;
        isLeap = second == 60;
        ticks = new DateTime(year, month, day, hour, minute, 0).Ticks + second * TimeSpan.TicksPerSecond;
        return true;
    }

    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)text[at] - '0', (uint)text[at + 1] - '0');
        return tens > 9 || ones > 9 ? -10_000 : (int)(tens * 10 + ones);
    }

    private static bool TryParseFraction(ReadOnlySpan<byte> text, out long ticks, out int end)
    {
        (ticks, end) = (0, WholeSeconds);
        if (text[end] != '.')
            return true;
        var place = TimeSpan.TicksPerSecond;
        for (end++; end < text.Length && (uint)text[end] - '0' is <= 9 and var digit; end++)
            ticks += digit * (place /= 10);
        return end > WholeSeconds + 1;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text is [(byte)'Z' or (byte)'z'])
            return true;
        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _])
            return false;
        var (hour, minute) = (Pair(text, 1), Pair(text, 4));
        minutes = (hour * 60 + minute) * (text[0] == '-' ? -1 : 1);
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59;
    }

    private static bool TryAt(long ticks, int offset, ref DateTimeOffset time)
    {
        var utc = ticks - offset * TimeSpan.TicksPerMinute;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
            return false;
        time =
            Math.Abs(offset) <= MostOffsetMinutes && ticks <= DateTime.MaxValue.Ticks
                ? new(ticks, new TimeSpan(0, offset, 0))
                : new(utc, TimeSpan.Zero);
        return true;
    }
}
