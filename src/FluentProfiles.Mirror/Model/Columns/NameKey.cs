using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>The name as the order by name compares it. In the database it is its UTF-8, whose bytes sort as the code points
/// do.</summary>
internal static class NameKey
{
    /// <summary>The characters that an index of PostgreSQL has room for: three bytes each. Names are shorter.</summary>
    public const int MostCharacters = 512;

    public static ValueConverter<string, byte[]> Converter { get; } =
        new(key => Encoding.UTF8.GetBytes(key), bytes => Encoding.UTF8.GetString(bytes));

    /// <summary>The key of a name; null for null.</summary>
    public static string? Of(string? name) =>
        name is null ? null : string.Create(Math.Min(name.Length, MostCharacters), name, Fold);

    private static void Fold(Span<char> key, string name)
    {
        for (var i = 0; i < key.Length; i++)
            key[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i];
    }
}
