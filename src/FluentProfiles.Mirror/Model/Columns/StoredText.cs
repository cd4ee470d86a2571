using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>Texts as the database has them. PostgreSQL takes neither U+0000 nor half a surrogate pair, nor a text in an index
/// that is many times as long as the service allows. Such a text is stored in another form, which stands for no other text, so
/// that a comparison for equality is right. The profile's JSON has the text itself.</summary>
internal static class StoredText
{
    // It introduces each special form, and stands for itself as one.
    private const char Escape = '\u0001';

    /// <summary>The most bytes in which a character is stored: the introduction, a letter and four digits.</summary>
    public const int MostBytesOfCharacter = 6;

    private const int KeptOfLong = 64;

    private static readonly SearchValues<char> Special = SearchValues.Create([
        '\0',
        Escape,
        .. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit),
    ]);

    /// <summary>The converter of a column.</summary>
    /// <param name="mostBytes">The greatest length in UTF-8 in which a text is stored. A longer one is cut, and its hash follows: it
    /// can be compared, but not read back.</param>
    public static ValueConverter<string, string> Converter(int mostBytes) =>
        new(text => ToColumn(text, mostBytes), stored => FromColumn(stored));

    private static string ToColumn(string text, int mostBytes) =>
        Escaped(text) is var escaped && Encoding.UTF8.GetByteCount(escaped) <= mostBytes
            ? escaped
            : $"{Escaped(text[..KeptOfLong])}{Escape}h{HashOf(text)}";

    // All of the text's units count, those of half a pair, too.
    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan())));

    private static string Escaped(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
            return text;
        StringBuilder escaped = new();
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair)
                escaped.Append(text[i++]).Append(text[i]);
            else if (Special.Contains(text[i]))
                escaped.Append(CultureInfo.InvariantCulture, $"{Escape}u{(int)text[i]:x4}");
            else
                escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    private static string FromColumn(string stored)
    {
        if (!stored.Contains(Escape, StringComparison.Ordinal))
            return stored;
        StringBuilder text = new();
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] != Escape)
                text.Append(stored[i]);
            else if (stored[i + 1] == 'h')
                break;
            else
            {
                text.Append(
                    (char)ushort.Parse(stored.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 5;
            }
        }
        return text.ToString();
    }
}
