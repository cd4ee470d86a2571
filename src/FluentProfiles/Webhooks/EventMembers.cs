using System.Text;
using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;

namespace FluentProfiles;

/// <summary>The members of one object of an event. A member that comes twice is refused where it is read: which one the sender meant
/// is not known.</summary>
internal readonly struct EventMembers
{
    private readonly JsonElement owner;

    public EventMembers(JsonElement owner, string name)
    {
        if (owner.ValueKind != JsonValueKind.Object)
            throw new JsonException($"{name} is not an object.");
        this.owner = owner;
    }

    public JsonElement Required(string name) => Find(name) ?? throw new JsonException($"\"{name}\" is missing.");

    public string RequiredText(string name) =>
        Required(name) is { ValueKind: JsonValueKind.String } text
        && text.GetString() is { Length: > 0 } value
        && !JsonText.IsReplaced(value)
            ? value
            : throw new JsonException($"\"{name}\" is not a string, or is empty.");

    /// <summary>An id, or null where there is none: it is missing, empty, or of another kind.</summary>
    /// <exception cref="JsonException">Part of it is no text, so that it may be mistaken for another id.</exception>
    public string? OptionalId(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } id
            ? JsonText.IsReplaced(id)
                ? throw new JsonException($"\"{name}\" is not a string.")
                : id
            : null;

    public DateTimeOffset RequiredTimestamp(string name)
    {
        var text = RequiredText(name);
        return Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time)
            ? time
            : throw new JsonException($"\"{name}\" is not an RFC 3339 timestamp.");
    }

    private JsonElement? Find(string name)
    {
        JsonElement? found = null;
        foreach (var member in owner.EnumerateObject())
        {
            if (!member.NameEquals(name))
                continue;
            Envelope.ThrowIfRepeated(found is not null, name);
            found = member.Value;
        }
        return found;
    }
}
