using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>Carries a write out on an object in memory: the body that the service would receive is merged into the profile's
/// JSON.</summary>
internal static class AppliedWrite
{
    /// <summary>Returns the profile as it is after a write.</summary>
    public static UserProfile To(UserProfile profile, ProfileWrite write, DateTimeOffset now)
    {
        var json = ObjectOf(JsonOf(profile));
        Merge(json, ObjectOf(WriteBody.Of(write).Span), isPart: false);
        json[ProfileSchema.FieldOf(nameof(UserProfile.UpdatedAt)).Name] = FieldTexts.Of(now);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.ToJsonString()));
        reader.Read();
        return ModelCodecs.Profile.Read(ref reader, new(FieldMask.All, new()))!;
    }

    private static JsonObject ObjectOf(ReadOnlySpan<byte> json) => JsonNode.Parse(JsonText.Repaired(json))!.AsObject();

    private static ReadOnlySpan<byte> JsonOf(UserProfile profile)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            ModelCodecs.Profile.Write(json, profile, withNulls: false);
        return buffer.WrittenSpan;
    }

    /// <param name="target">What the profile has.</param>
    /// <param name="body">What is written.</param>
    /// <param name="isPart">True for metadata and details, where an empty text takes a member away.</param>
    private static void Merge(JsonObject target, JsonObject body, bool isPart)
    {
        foreach (var (name, value) in body)
        {
            if (value is JsonObject part)
                Merge(PartOf(target, name), part, isPart: true);
            else if (isPart && value?.GetValue<string>().Length == 0)
                target.Remove(name);
            else
                target[name] = value?.DeepClone();
        }
    }

    private static JsonObject PartOf(JsonObject target, string name)
    {
        if (target[name] is JsonObject part)
            return part;
        JsonObject made = [];
        target[name] = made;
        return made;
    }
}
