using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The members of a JSON object that this version of the library does not know, by name. The indexer returns
/// null for a missing member. Immutable and thread-safe. The elements do not belong to a <see cref="JsonDocument"/> and
/// need no disposal.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class AdditionalProperties : IReadOnlyDictionary<string, JsonElement>
{
    private readonly Dictionary<string, JsonElement> members;

    /// <summary>Creates a collection without members.</summary>
    public AdditionalProperties()
        : this([]) { }

    /// <summary>Creates a collection of the given members. If several have the same name, the last one is
    /// kept.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
    public AdditionalProperties(IEnumerable<KeyValuePair<string, JsonElement>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        this.members = [];
        foreach (var (name, value) in members)
            this.members[name] = value;
    }

    /// <summary>Creates a collection without members.</summary>
    public static AdditionalProperties Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => members.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => members.Keys;

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => members.Values;

    /// <summary>The member with a name, or null if there is none.</summary>
    public JsonElement? this[string key] => members.TryGetValue(key, out var value) ? value : null;

    /// <summary>The member with a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such member.</exception>
    JsonElement IReadOnlyDictionary<string, JsonElement>.this[string key] => members[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => members.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) =>
        members.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
