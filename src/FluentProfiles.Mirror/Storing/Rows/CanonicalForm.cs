using System.Buffers;
using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Profiles;

namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>The content of a profile in a form that is the same for each JSON with that content: members by name, in the order of
/// their names, without those that are null, empty or unknown to the model; times in UTC; maps in the order of their keys.</summary>
internal static class CanonicalForm
{
    /// <summary>The length of the part of a hash that covers the members that the model knows.</summary>
    public const int KnownLength = 16;

    // The rest covers all bytes of the JSON, and so the members that the model does not know, too.
    private const int RestLength = 8;

    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    /// <summary>The hash of a profile.</summary>
    /// <param name="profile">The profile, with the members that are stored.</param>
    /// <param name="json">The JSON that it was read from.</param>
    public static byte[] HashOf(UserProfile profile, ReadOnlySpan<byte> json)
    {
        var output = buffer ??= new();
        output.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(output, Options))
            WriteMembers(writer, profile);
        // The reader replaces all halves of surrogate pairs by the same character.
        if (JsonText.Repaired(json) != json)
            output.Write(json);
        return [.. HashOf(output.WrittenSpan, KnownLength), .. HashOf(json, RestLength)];
    }

    private static byte[] HashOf(ReadOnlySpan<byte> bytes, int length) => SHA256.HashData(bytes)[..length];

    private static void WriteMembers(Utf8JsonWriter writer, object part)
    {
        writer.WriteStartObject();
        foreach (var field in SortedFields.Of(part.GetType()))
        {
            if (field.Property.GetValue(part) is { } value && !IsEmpty(value))
            {
                writer.WritePropertyName(field.Name);
                WriteValue(writer, value);
            }
        }
        writer.WriteEndObject();
    }

    private static bool IsEmpty(object value) =>
        value switch
        {
            string => false,
            IUntypedMap map => !map.Pairs.Any(),
            ICollection items => items.Count == 0,
            ValueType simple => simple.ToString() is not { Length: > 0 } || simple is default(bool) or default(int),
            _ => false,
        };

    private static void WriteValue(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case DateTimeOffset time:
                writer.WriteNumberValue(time.UtcTicks);
                break;
            case IUntypedMap map:
                WriteMap(writer, map);
                break;
            case IEnumerable items:
                WriteItems(writer, items);
                break;
            case ValueType simple:
                writer.WriteStringValue(simple.ToString());
                break;
            default:
                WriteMembers(writer, value);
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, IUntypedMap map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map.Pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            WriteValue(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            WriteValue(writer, item);
        writer.WriteEndArray();
    }
}
