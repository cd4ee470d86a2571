using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Profiles;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Comparing;

/// <summary>The content of a profile as values by the path of the member. What is null, or the default of an extensible enum, is
/// left out.</summary>
internal static class ProfileContent
{
    private static readonly ContentValue Object = new("{…}", IsJson: true);
    private static readonly ContentValue List = new("[…]", IsJson: true);

    private static readonly SearchValues<char> OfPaths = SearchValues.Create(".[]\"\\");

    // Whatever the options that an application has parsed it with.
    private static readonly JsonReaderOptions AnyJson = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = int.MaxValue,
    };

    public static Dictionary<string, ContentValue> Of(UserProfile profile)
    {
        Dictionary<string, ContentValue> values = new(StringComparer.Ordinal);
        AddMembers(profile, "", values);
        return values;
    }

    private static void Add(object? value, string path, Dictionary<string, ContentValue> values)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                values.Add(path, new(text));
                break;
            case DateTimeOffset time:
                values.Add(path, new(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)));
                break;
            case JsonElement json:
                AddJson(json, path, values);
                break;
            case AdditionalProperties more:
                foreach (var (name, member) in more)
                    AddJson(member, path + Quoted(name), values);
                break;
            case IUntypedMap map:
                foreach (var (key, one) in map.Pairs)
                    Add(one, path + Quoted(key), values);
                break;
            case IEnumerable items:
                var index = 0;
                foreach (var item in items)
                    Add(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), values);
                break;
            case ValueType simple:
                if (simple.ToString() is { Length: > 0 } written)
                    values.Add(path, new(written));
                break;
            default:
                // A part that is there, but empty, differs from one that is not.
                values.Add(path, Object);
                AddMembers(value, path + ".", values);
                break;
        }
    }

    private static void AddMembers(object part, string prefix, Dictionary<string, ContentValue> values)
    {
        foreach (var field in ProfileSchema.Of(part.GetType()))
            Add(field.Property.GetValue(part), prefix + field.Property.Name, values);
    }

    // Not by the element's own methods: they throw for half a surrogate pair.
    private static void AddJson(JsonElement json, string path, Dictionary<string, ContentValue> values)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()), AnyJson);
        reader.Read();
        AddJson(ref reader, path, values);
    }

    private static void AddJson(ref Utf8JsonReader reader, string path, Dictionary<string, ContentValue> values)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                values[path] = Object;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var member = path + Named(JsonText.Of(ref reader));
                    reader.Read();
                    AddJson(ref reader, member, values);
                }
                break;
            case JsonTokenType.StartArray:
                values[path] = List;
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                    AddJson(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), values);
                break;
            case JsonTokenType.String:
                values[path] = new(JsonText.Of(ref reader));
                break;
            default:
                values[path] = new(Encoding.UTF8.GetString(reader.ValueSpan), IsJson: true);
                break;
        }
    }

    // A name can look like a path.
    private static string Named(string name) => name.AsSpan().ContainsAny(OfPaths) ? Quoted(name) : $".{name}";

    private static string Quoted(string name) =>
        $"[\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
}
