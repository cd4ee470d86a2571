namespace FluentProfiles.Json;

/// <summary>The form of RFC 3339 in which the service writes a time, read from its bytes: UTC, with up to seven digits of a
/// second. Other forms are left to .NET.</summary>
internal static class UtcTimestamp
{
    // 2026-10-31T23:54:20Z
    private const int WholeSeconds = 20;
    private const int MostDigits = 7;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (
            text.Length < WholeSeconds
            || (text[4], text[7], text[10], text[13], text[16], text[^1])
                is not
                ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':', (byte)'Z')
        )
            return false;
        var (year, month, day) = (Pair(text, 0) * 100 + Pair(text, 2), Pair(text, 5), Pair(text, 8));
        var (hour, minute, second) = (Pair(text, 11), Pair(text, 14), Pair(text, 17));
        var fraction = Fraction(text[(WholeSeconds - 1)..^1]);
        // A part that is no number is negative, and far so.
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || fraction < 0)
            return false;
        time = new DateTimeOffset(
            new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(fraction)
        );
        return true;
    }

    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)text[at] - '0', (uint)text[at + 1] - '0');
        return tens > 9 || ones > 9 ? -10_000 : (int)(tens * 10 + ones);
    }

    /// <summary>The ticks of ".566072", 0 of nothing, negative where it is no fraction.</summary>
    private static int Fraction(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] != '.' || text.Length is 1 or > MostDigits + 1)
            return -1;
        var ticks = 0;
        for (var place = 1; place <= MostDigits; place++)
        {
            var digit = place < text.Length ? (uint)text[place] - '0' : 0;
            if (digit > 9)
                return -1;
            ticks = ticks * 10 + (int)digit;
        }
        return ticks;
    }
}
