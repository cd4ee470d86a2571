using System.Text.Json;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>Finds the JSON of the profiles in a page that has been read before, and is one.</summary>
internal static class PageItems
{
    /// <summary>Leaves the reader before the first profile.</summary>
    public static void GoToFirst(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && !JsonText.Is(ref reader, "data"u8))
            reader.Skip();
        reader.Read();
    }

    /// <summary>The JSON of the next profile.</summary>
    public static ReadOnlySpan<byte> Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> page)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return page[start..(int)reader.BytesConsumed];
    }
}
