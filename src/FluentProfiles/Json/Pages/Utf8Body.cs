using System.Text;
using System.Text.Unicode;

namespace FluentProfiles.Json.Pages;

/// <summary>Bodies that are not quite UTF-8 as JSON wants it.</summary>
internal static class Utf8Body
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns how many bytes stand before the body's JSON: those of a byte order mark, or none.</summary>
    public static int MarkLength(ReadOnlySpan<byte> body) => body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    /// <summary>Returns the body with U+FFFD in place of what is not UTF-8, or null where it is valid.</summary>
    public static byte[]? Repaired(ReadOnlySpan<byte> body) =>
        Utf8.IsValid(body) ? null : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));
}
