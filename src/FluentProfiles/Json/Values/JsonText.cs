using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace FluentProfiles.Json.Values;

/// <summary>Takes texts out of JSON, with U+FFFD for what is no text: half a surrogate pair, and bytes that are not UTF-8. The
/// framework's own methods throw for both, wherever they unescape or compare.</summary>
internal static class JsonText
{
    // \ud83d
    private const int EscapeLength = 6;

    /// <summary>The text of the reader's current token, a string or a property name.</summary>
    public static string Of(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescaped(ref reader)
        : reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence)
        : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>Returns whether the reader's current token, a property name, has this text.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped
            ? Encoding.UTF8.GetBytes(Unescaped(ref reader)).AsSpan().SequenceEqual(text)
            : reader.ValueTextEquals(text);

    /// <summary>Returns whether some of a text was no text. Two ids or cursors may differ in nothing else, so such a one is not to be
    /// used.</summary>
    public static bool IsReplaced(string text) => text.Contains('\uFFFD');

    /// <summary>Returns JSON in which <c>\ufffd</c> replaces each escape of half a surrogate pair: the same memory where there
    /// is none.</summary>
    public static ReadOnlySpan<byte> Repaired(ReadOnlySpan<byte> json)
    {
        var at = LoneSurrogate(json, 0);
        if (at < 0)
            return json;
        var repaired = json.ToArray();
        for (; at >= 0; at = LoneSurrogate(repaired, at))
            "\\ufffd"u8.CopyTo(repaired.AsSpan(at));
        return repaired;
    }

    private static string Unescaped(ref Utf8JsonReader reader)
    {
        var escaped = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        var repaired = Repaired(escaped);
        if (repaired == escaped && Utf8.IsValid(escaped))
            return reader.GetString()!;
        var text = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{Encoding.UTF8.GetString(repaired)}\""));
        text.Read();
        return text.GetString()!;
    }

    /// <summary>Returns where the first escape of half a surrogate pair begins, or -1.</summary>
    private static int LoneSurrogate(ReadOnlySpan<byte> json, int from)
    {
        while (json[from..].IndexOf((byte)'\\') is >= 0 and var distance)
        {
            from += distance;
            var code = EscapedCode(json[from..]);
            if (code is null)
                from = Math.Min(json.Length, from + 2);
            else if (!char.IsSurrogate(code.Value))
                from += EscapeLength;
            else if (EscapedCode(json[(from + EscapeLength)..]) is { } next && char.IsSurrogatePair(code.Value, next))
                from += 2 * EscapeLength;
            else
                return from;
        }
        return -1;
    }

    /// <summary>Returns the UTF-16 code unit of the escape that the JSON begins with, or null where it begins with no such
    /// escape.</summary>
    private static char? EscapedCode(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength
        && json.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(json[2..EscapeLength], out ushort code, out var digits, 'x')
        && digits == EscapeLength - 2
            ? (char)code
            : null;
}
