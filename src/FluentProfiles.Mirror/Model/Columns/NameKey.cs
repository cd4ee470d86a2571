using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>The name as the order by name compares it. In the database it is bytes that sort as the characters do: UTF-8, but
/// with three bytes for each half of a surrogate pair, which UTF-8 itself would put behind U+FFFF.</summary>
internal static class NameKey
{
    /// <summary>The characters that an index of PostgreSQL has room for: three bytes each. Names are shorter.</summary>
    public const int MostCharacters = 512;

    public static ValueConverter<string, byte[]> Converter { get; } = new(key => BytesOf(key), bytes => TextOf(bytes));

    /// <summary>The key of a name; null for null.</summary>
    public static string? Of(string? name) =>
        name is null ? null : string.Create(Math.Min(name.Length, MostCharacters), name, Fold);

    private static void Fold(Span<char> key, string name)
    {
        for (var i = 0; i < key.Length; i++)
            key[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i];
    }

    private static byte[] BytesOf(string key)
    {
        var bytes = new byte[key.Sum(LengthOf)];
        var at = 0;
        foreach (var unit in key)
            at += Write(unit, bytes.AsSpan(at));
        return bytes;
    }

    private static int LengthOf(char unit) =>
        unit < 0x80 ? 1
        : unit < 0x800 ? 2
        : 3;

    private static int Write(char unit, Span<byte> bytes)
    {
        var length = LengthOf(unit);
        if (length == 1)
            bytes[0] = (byte)unit;
        else if (length == 2)
            (bytes[0], bytes[1]) = ((byte)(0xC0 | unit >> 6), (byte)(0x80 | unit & 0x3F));
        else
        {
            bytes[0] = (byte)(0xE0 | unit >> 12);
            (bytes[1], bytes[2]) = ((byte)(0x80 | unit >> 6 & 0x3F), (byte)(0x80 | unit & 0x3F));
        }
        return length;
    }

    private static string TextOf(byte[] bytes)
    {
        var text = new char[bytes.Length];
        var (length, at) = (0, 0);
        while (at < bytes.Length)
            text[length++] = Read(bytes, ref at);
        return new(text, 0, length);
    }

    private static char Read(byte[] bytes, ref int at)
    {
        var first = bytes[at++];
        if (first < 0x80)
            return (char)first;
        if (first < 0xE0)
            return (char)((first & 0x1F) << 6 | bytes[at++] & 0x3F);
        return (char)((first & 0x0F) << 12 | (bytes[at++] & 0x3F) << 6 | bytes[at++] & 0x3F);
    }
}
