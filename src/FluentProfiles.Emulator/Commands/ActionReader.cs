using System.Text;
using System.Text.Json;
using FluentProfiles.Emulator.Facts;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Writes;
using Rfc3339 = FluentProfiles.Json.Values.Rfc3339;

namespace FluentProfiles.Emulator.Commands;

/// <summary>Reads an enforcement action from JSON, by what the model's attributes say. Values that the library does not know are
/// taken as they are: a client has to bear them.</summary>
internal static class ActionReader
{
    public static EnforcementAction Read(JsonElement body)
    {
        var fields = ProfileFields.Of(typeof(EnforcementAction));
        Patch<EnforcementAction> patch = new(new());
        foreach (var member in body.EnumerateObject())
        {
            var property = fields.FirstOrDefault(pair => pair.Field.JsonName == member.Name).Property;
            if (property is null)
                throw ServiceError.Invalid($"{member.Name}: not permitted here");
            if (member.Value.ValueKind != JsonValueKind.Null)
                patch.Set(property.Name, ValueOf(member, property.PropertyType));
        }
        return patch.Result;
    }

    private static object ValueOf(JsonProperty member, Type type)
    {
        var text = BodyReader.Text(member.Value, member.Name, 1, 255);
        if (type == typeof(string))
            return text;
        if (type != typeof(DateTimeOffset) && type != typeof(DateTimeOffset?))
            return Activator.CreateInstance(type, text)!;
        return Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var moment)
            ? moment
            : throw ServiceError.Invalid($"{member.Name}: must be an RFC 3339 timestamp");
    }
}
