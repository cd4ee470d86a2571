using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>Copies the JSON of a profile without the members that are not stored. All other bytes stay as the service sent them,
/// but for space between members.</summary>
internal sealed class JsonTrimmer(StoredMembers members)
{
    private static readonly ConcurrentDictionary<string, byte[]> Names = [];

    private static readonly ProfileField Metadata = ProfileSchema.FieldOf(nameof(UserProfile.Metadata));

    /// <param name="json">A profile.</param>
    /// <exception cref="JsonException">The JSON is no object.</exception>
    public byte[] Trim(ReadOnlySpan<byte> json)
    {
        ArrayBufferWriter<byte> output = new(json.Length);
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A profile was expected where the response has something else.");
        CopyObject(ref reader, json, typeof(UserProfile), output);
        return output.WrittenSpan.ToArray();
    }

    private void CopyObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Type type, IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref reader, type);
            if (field is not null && !members.Has(field.Mask))
                reader.Skip();
            else
            {
                CopyName(ref reader, json, ref isFirst, output);
                CopyValue(ref reader, json, field, output);
            }
        }
        output.Write("}"u8);
    }

    private void CopyValue(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        ProfileField? field,
        IBufferWriter<byte> output
    )
    {
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        if (isObject && field is not null && ProfileSchema.IsPart(field.Property.PropertyType))
            CopyObject(ref reader, json, field.Property.PropertyType, output);
        else if (isObject && field == Metadata && members.LeftOutKeys.Count > 0)
            CopyPairs(ref reader, json, output);
        else
            Copy(ref reader, json, output);
    }

    private void CopyPairs(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!members.HasKey(JsonText.Of(ref reader)))
            {
                reader.Skip();
                continue;
            }
            CopyName(ref reader, json, ref isFirst, output);
            reader.Read();
            Copy(ref reader, json, output);
        }
        output.Write("}"u8);
    }

    private static void CopyName(
        ref Utf8JsonReader reader,
        ReadOnlySpan<byte> json,
        ref bool isFirst,
        IBufferWriter<byte> output
    )
    {
        if (!isFirst)
            output.Write(","u8);
        isFirst = false;
        // With its quotes, which the value lacks.
        output.Write(json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2));
        output.Write(":"u8);
    }

    private static void Copy(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        output.Write(json[start..(int)reader.BytesConsumed]);
    }

    private static ProfileField? Find(ref Utf8JsonReader reader, Type type)
    {
        foreach (var field in ProfileSchema.Of(type))
        {
            if (field.Facts is not null && JsonText.Is(ref reader, Names.GetOrAdd(field.Name, Encoding.UTF8.GetBytes)))
                return field;
        }
        return null;
    }
}
