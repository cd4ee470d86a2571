using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FluentProfiles.Mirror.Querying.Sql;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Writes and reads the cursors of the mirror: the place of the last profile of a page. They come back in resume tokens,
/// which may be forged.</summary>
internal static class KeysetText
{
    private const char Separator = '.';
    private const string Missing = "-";

    /// <summary>Returns a text of ASCII letters, digits and a few signs.</summary>
    public static string Of(Keyset place) =>
        $"{OfKey(place.Key)}{Separator}{Encoded(Encoding.UTF8.GetBytes(place.Id!))}";

    /// <summary>Reads a cursor of an order.</summary>
    /// <returns>Null if it can't be one.</returns>
    public static Keyset? Read(string text, SqlOrder order)
    {
        var separator = text.IndexOf(Separator);
        if (separator < 0 || Decoded(text[(separator + 1)..]) is not { Length: > 0 } id)
            return null;
        var key = text[..separator];
        if (key == Missing)
            return order.IsNullable && TextOf(id) is { } last ? new(null, last) : null;
        return KeyOf(key, order.Kind) is { } value && TextOf(id) is { } known ? new(value, known) : null;
    }

    private static string OfKey(object? key) =>
        key switch
        {
            null => Missing,
            long time => time.ToString(CultureInfo.InvariantCulture),
            string text => Encoded(Encoding.UTF8.GetBytes(text)),
            _ => Encoded((byte[])key),
        };

    private static object? KeyOf(string key, KeyKind kind) =>
        kind switch
        {
            KeyKind.Bytes => Decoded(key),
            KeyKind.Text => Decoded(key) is { } text ? TextOf(text) : null,
            _ => long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
                ? time
                : null,
        };

    // PostgreSQL takes no U+0000.
    private static string? TextOf(byte[] bytes) => bytes.Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[]? Decoded(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            ? bytes[..length]
            : null;
    }
}
