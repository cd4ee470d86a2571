using System.Buffers;
using System.Text.Json;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>The JSON of a create or an update.</summary>
internal static class WriteBody
{
    /// <summary>The body of an action URL: the only action there is.</summary>
    public static ReadOnlyMemory<byte> EnrollEndUser { get; } = """{"action":{"type":"enroll_end_user"}}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Of(ProfileWrite write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteFields(json, write.OfProfile);
            if (write.Metadata.Count > 0)
                WriteMetadata(json, write.Metadata);
            if (write.OfDetails.Count > 0)
                WriteDetails(json, write.OfDetails);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<FieldText> fields)
    {
        foreach (var (field, text) in fields)
            json.WriteString(field.Name, text);
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string?>> pairs)
    {
        json.WriteStartObject(ProfileSchema.FieldOf(nameof(UserProfile.Metadata)).Name);
        // The service removes a key whose value is empty.
        foreach (var (key, value) in pairs)
            json.WriteString(key, value ?? "");
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, IReadOnlyList<FieldText> fields)
    {
        json.WriteStartObject(ProfileSchema.FieldOf(nameof(UserProfile.ExternalUserDetails)).Name);
        WriteFields(json, fields);
        json.WriteEndObject();
    }
}
