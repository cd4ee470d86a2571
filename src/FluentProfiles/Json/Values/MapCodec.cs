using System.Runtime.CompilerServices;
using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>A map by name. Null reads as empty, and a null value as a missing one. A duplicate key is rejected.</summary>
internal sealed class MapCodec<TValue>(ValueCodec<TValue?> value) : ValueCodec<ProfileMap<TValue>>
    where TValue : class
{
    public override ProfileMap<TValue> Read(ref Utf8JsonReader reader, ReadContext context)
    {
        var pairs = new PairBuffer<TValue>();
        ReadPairs(ref pairs, ref reader, context);
        return Distinct(pairs.ToMap(), pairs.Count);
    }

    public override ProfileMap<TValue> ReadOver(
        ProfileMap<TValue> earlier,
        ref Utf8JsonReader reader,
        ReadContext context
    )
    {
        var pairs = new PairBuffer<TValue>();
        ReadPairs(ref pairs, ref reader, context);
        return Distinct(pairs.ToMap(earlier), pairs.Count);
    }

    public override void Write(Utf8JsonWriter writer, ProfileMap<TValue> map, bool withNulls)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in map)
        {
            writer.WritePropertyName(key);
            value.Write(writer, item, withNulls);
        }
        writer.WriteEndObject();
    }

    // As with a duplicate member, it is unclear which one is meant.
    private static ProfileMap<TValue> Distinct(ProfileMap<TValue> map, int count) =>
        map.Count == count ? map : throw new JsonException("A key comes twice.");

    // Compiled well at once: a process that reads its first ten thousand profiles is done before a loop would be.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPairs(ref PairBuffer<TValue> pairs, ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, "An object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = context.Strings.Get(ref reader);
            reader.Read();
            if (value.Read(ref reader, context) is { } item)
                pairs.Add(new(key, item));
            JsonBounds.ThrowIfOver(pairs.Count, "entries");
        }
    }
}
