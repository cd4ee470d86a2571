using System.Text;

namespace FluentProfiles.Json.Pages;

/// <summary>The bounds of a cursor, from the service or from the caller.</summary>
internal static class Cursor
{
    public const int MostBytes = 64 * 1024;

    public static bool IsTooLong(string cursor) => Encoding.UTF8.GetByteCount(cursor) > MostBytes;
}
