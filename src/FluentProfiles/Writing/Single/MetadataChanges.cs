using System.Collections;

namespace FluentProfiles;

/// <summary>What an update does to pairs of metadata, by key:
/// <c>Metadata = new() { ["plan"] = "team", ["trial"] = Change.Clear }</c>. Keys that are not named stay as they are.</summary>
/// <remarks>Not thread-safe. A dictionary or a <see cref="ProfileMap{TValue}"/> of texts converts: its pairs are set.</remarks>
public sealed class MetadataChanges : IReadOnlyCollection<KeyValuePair<string, Change<string>>>
{
    private readonly Dictionary<string, Change<string>> changes = new(StringComparer.Ordinal);

    /// <summary>Changes nothing; an object initialiser may set and clear pairs.</summary>
    public MetadataChanges() { }

    private MetadataChanges(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (key, value) in pairs)
            this[key] = value;
    }

    /// <summary>How many keys are set or cleared.</summary>
    public int Count => changes.Count;

    /// <summary>What happens to the pair of a key: a text of 1 to 512 characters sets it, <see cref="Change.Clear"/> removes it,
    /// and the default leaves it alone. An empty text is refused by the update.</summary>
    /// <param name="key">The key, 1 to 64 characters, compared ordinally.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public Change<string> this[string key]
    {
        get => changes.GetValueOrDefault(key);
        set
        {
            ArgumentNullException.ThrowIfNull(key);
            if (value == default)
                changes.Remove(key);
            else
                changes[key] = value;
        }
    }

    /// <summary>Sets each pair of a dictionary. Later changes of it are not seen.</summary>
    public static implicit operator MetadataChanges(Dictionary<string, string> pairs) => new(pairs);

    /// <summary>Sets each pair of a map.</summary>
    public static implicit operator MetadataChanges(ProfileMap<string> pairs) => new(pairs);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Change<string>>> GetEnumerator() => changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
