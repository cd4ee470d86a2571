using System.Collections;

namespace FluentProfiles;

/// <summary>The changes that an update makes to metadata pairs, by key: <c>Metadata = new() { ["plan"] = "team",
/// ["trial"] = Change.Clear }</c>. Pairs with other keys stay unchanged.</summary>
/// <remarks>This class is not thread-safe. A dictionary or a <see cref="ProfileMap{TValue}"/> of strings converts
/// implicitly: its pairs are set.</remarks>
public sealed class MetadataChanges : IReadOnlyCollection<KeyValuePair<string, Change<string>>>
{
    private readonly Dictionary<string, Change<string>> changes = new(StringComparer.Ordinal);

    /// <summary>Creates an empty set of changes. Use an object initializer to set and clear pairs.</summary>
    public MetadataChanges() { }

    private MetadataChanges(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (key, value) in pairs)
            this[key] = value;
    }

    /// <summary>The number of keys that are set or cleared.</summary>
    public int Count => changes.Count;

    /// <summary>The change of the pair with a key. A string of 1 to 512 characters sets the pair,
    /// <see cref="Change.Clear"/> removes it, and the default leaves it unchanged. The update rejects an empty
    /// string.</summary>
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

    /// <summary>Sets each pair of a dictionary. Later changes of the dictionary have no effect.</summary>
    public static implicit operator MetadataChanges(Dictionary<string, string> pairs) => new(pairs);

    /// <summary>Sets each pair of a map.</summary>
    public static implicit operator MetadataChanges(ProfileMap<string> pairs) => new(pairs);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Change<string>>> GetEnumerator() => changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
