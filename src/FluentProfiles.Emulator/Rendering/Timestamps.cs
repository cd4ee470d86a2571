using System.Text.Json;

namespace FluentProfiles.Emulator.Rendering;

/// <summary>Timestamps as the service writes them: RFC 3339, in UTC with a <c>Z</c>, to the microsecond where needed.</summary>
internal static class Timestamps
{
    public static void Write(Utf8JsonWriter json, DateTimeOffset moment)
    {
        Span<byte> text = stackalloc byte[32];
        var time = moment.UtcDateTime;
        time.TryFormat(text, out var length, "s", System.Globalization.CultureInfo.InvariantCulture);
        var microseconds = (int)(time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        if (microseconds != 0)
            length += WriteFraction(text[length..], microseconds);
        text[length++] = (byte)'Z';
        json.WriteStringValue(text[..length]);
    }

    private static int WriteFraction(Span<byte> text, int microseconds)
    {
        var digits = 6;
        for (; microseconds % 10 == 0; digits--)
            microseconds /= 10;
        text[0] = (byte)'.';
        for (var i = digits; i > 0; i--)
        {
            text[i] = (byte)('0' + microseconds % 10);
            microseconds /= 10;
        }
        return digits + 1;
    }
}
