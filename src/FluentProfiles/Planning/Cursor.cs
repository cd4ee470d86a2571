using System.Text;

namespace FluentProfiles.Planning;

/// <summary>The bounds of a cursor, whoever gives it.</summary>
internal static class Cursor
{
    public const int MostBytes = 64 * 1024;

    public static bool IsTooLong(string cursor) => Encoding.UTF8.GetByteCount(cursor) > MostBytes;
}
