using System.Collections;
using System.Globalization;
using System.Text.Json;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Model.Profiles;

/// <summary>The content of a profile as texts by the path of the member. What is null, or the default of an extensible enum, is
/// left out.</summary>
internal static class ProfileContent
{
    public static Dictionary<string, string> Of(UserProfile profile)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        AddMembers(profile, "", texts);
        return texts;
    }

    private static void Add(object? value, string path, Dictionary<string, string> texts)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                texts.Add(path, text);
                break;
            case DateTimeOffset time:
                texts.Add(path, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case JsonElement json:
                AddJson(json, path, texts);
                break;
            case AdditionalProperties more:
                foreach (var (name, member) in more)
                    AddJson(member, $"{path}[\"{name}\"]", texts);
                break;
            case IUntypedMap map:
                foreach (var (key, one) in map.Pairs)
                    Add(one, $"{path}[\"{key}\"]", texts);
                break;
            case IEnumerable items:
                var index = 0;
                foreach (var item in items)
                    Add(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), texts);
                break;
            case ValueType simple:
                if (simple.ToString() is { Length: > 0 } written)
                    texts.Add(path, written);
                break;
            default:
                // A part that is there, but empty, differs from one that is not.
                texts.Add(path, "{…}");
                AddMembers(value, path + ".", texts);
                break;
        }
    }

    private static void AddMembers(object part, string prefix, Dictionary<string, string> texts)
    {
        foreach (var field in ProfileSchema.Of(part.GetType()))
            Add(field.Property.GetValue(part), prefix + field.Property.Name, texts);
    }

    private static void AddJson(JsonElement json, string path, Dictionary<string, string> texts)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            texts[path] = "{…}";
            foreach (var member in json.EnumerateObject())
                AddJson(member.Value, $"{path}.{member.Name}", texts);
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            texts[path] = "[…]";
            var index = 0;
            foreach (var item in json.EnumerateArray())
                AddJson(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), texts);
        }
        else
            texts[path] = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
    }
}
