using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>A list of objects; null counts as empty.</summary>
internal sealed class ListCodec<TItem>(ValueCodec<TItem?> item) : ValueCodec<IReadOnlyList<TItem>>
    where TItem : class
{
    public override IReadOnlyList<TItem> Read(ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected(ref reader, "An array");
        List<TItem>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (item.Read(ref reader, context) is { } value)
                (items ??= []).Add(value);
            JsonBounds.ThrowIfOver(items?.Count ?? 0, "items");
        }
        return items is null ? [] : items.ToArray();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TItem> value, bool withNulls)
    {
        writer.WriteStartArray();
        foreach (var each in value)
            item.Write(writer, each, withNulls);
        writer.WriteEndArray();
    }
}
