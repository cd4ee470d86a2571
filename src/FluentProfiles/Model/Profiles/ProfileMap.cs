using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Profiles;

namespace FluentProfiles;

/// <summary>A small map from names to values, in the order in which the service returned them. The indexer returns null
/// for a missing name, in queries and elsewhere. Immutable and thread-safe.</summary>
/// <remarks>In your own tests, use an initializer: <c>Metadata = new() { ["plan"] = "pro" }</c>.</remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class ProfileMap<TValue> : IReadOnlyDictionary<string, TValue>, IUntypedMap
    where TValue : class
{
    // Up to this many pairs are searched one by one: metadata has at most 16, and nothing is smaller than an array of
    // them. More are indexed, so that a hostile body can't make look-ups quadratic.
    private const int SmallCount = 16;

    // The first so many are the map's: a map that is read into again may have room for more.
    private KeyValuePair<string, TValue>[] pairs;
    private int count;
    private Dictionary<string, int>? positions;

    /// <summary>Creates an empty map. An object initializer may add pairs.</summary>
    public ProfileMap() => pairs = [];

    /// <summary>Creates a map of the given pairs. If several have the same key, the last value is kept.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is null.</exception>
    public ProfileMap(IEnumerable<KeyValuePair<string, TValue>> pairs)
        : this() => Fill([.. pairs ?? throw new ArgumentNullException(nameof(pairs))]);

    /// <summary>An empty map.</summary>
    public static ProfileMap<TValue> Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Pairs.Select(pair => pair.Key);

    /// <inheritdoc/>
    public IEnumerable<TValue> Values => Pairs.Select(pair => pair.Value);

    private IEnumerable<KeyValuePair<string, TValue>> Pairs => pairs.Take(count);

    IEnumerable<(string Key, object Value)> IUntypedMap.Pairs => Pairs.Select(pair => (pair.Key, (object)pair.Value));

    /// <summary>The value of a key, or null if there is none. Keys are compared ordinally.</summary>
    /// <exception cref="ArgumentNullException">The key, or a value in an initializer, is null.</exception>
    public TValue? this[string key]
    {
        get => TryGetValue(key, out var value) ? value : null;
        init
        {
            ArgumentNullException.ThrowIfNull(key);
            ArgumentNullException.ThrowIfNull(value);
            (pairs, positions) = Indexed([.. Pairs, new(key, value)]);
            count = pairs.Length;
        }
    }

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key. The interface's contract requires the
    /// exception.</exception>
    TValue IReadOnlyDictionary<string, TValue>.this[string key] =>
        this[key] ?? throw new KeyNotFoundException("The map has no such key.");

    /// <summary>Copies the pairs of a dictionary.</summary>
    public static implicit operator ProfileMap<TValue>(Dictionary<string, TValue> pairs) => new(pairs);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var position = Find(key);
        value = position < 0 ? null : pairs[position].Value;
        return position >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator() => Pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the pairs: <c>{ plan = pro, seats = 4 }</c>.</summary>
    public override string ToString() =>
        count == 0 ? "{ }" : $"{{ {string.Join(", ", Pairs.Select(pair => $"{pair.Key} = {pair.Value}"))} }}";

    /// <summary>The pair at a position below <see cref="Count"/>.</summary>
    internal KeyValuePair<string, TValue> At(int position) => pairs[position];

    /// <summary>A map that owns the given pairs: they are not copied.</summary>
    internal static ProfileMap<TValue> Owning(KeyValuePair<string, TValue>[] pairs)
    {
        var map = new ProfileMap<TValue>();
        map.Fill(pairs);
        return map;
    }

    /// <summary>Where other pairs of so many can be put in place of these; null where there is no room, or the pairs
    /// are indexed.</summary>
    internal KeyValuePair<string, TValue>[]? RoomFor(int others) =>
        positions is null && others <= pairs.Length ? pairs : null;

    /// <summary>Makes this a map of the first so many of the pairs put into its room.</summary>
    internal void Refill(int others)
    {
        count = others;
        if (HasRepeatedKey())
            Fill([.. Pairs]);
    }

    private void Fill(KeyValuePair<string, TValue>[] all)
    {
        (pairs, count) = (all, all.Length);
        if (count > SmallCount)
            (pairs, positions) = Indexed(all);
        else if (HasRepeatedKey())
            pairs = Indexed(all).Pairs;
        count = pairs.Length;
    }

    private int Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (positions is not null)
            return positions.GetValueOrDefault(key, -1);
        for (var i = 0; i < count; i++)
        {
            if (pairs[i].Key == key)
                return i;
        }
        return -1;
    }

    private bool HasRepeatedKey()
    {
        for (var i = 1; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (pairs[i].Key == pairs[j].Key)
                    return true;
            }
        }
        return false;
    }

    private static (KeyValuePair<string, TValue>[] Pairs, Dictionary<string, int> Positions) Indexed(
        KeyValuePair<string, TValue>[] pairs
    )
    {
        List<KeyValuePair<string, TValue>> distinct = new(pairs.Length);
        Dictionary<string, int> positions = new(pairs.Length);
        foreach (var pair in pairs)
        {
            if (positions.TryAdd(pair.Key, distinct.Count))
                distinct.Add(pair);
            else
                distinct[positions[pair.Key]] = pair;
        }
        return ([.. distinct], positions);
    }
}
