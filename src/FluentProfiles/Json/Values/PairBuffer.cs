using System.Runtime.CompilerServices;

namespace FluentProfiles.Json.Values;

/// <summary>Gathers a map's pairs without an allocation for the usual handful.</summary>
internal ref struct PairBuffer<TValue>
    where TValue : class
{
    private Few few;
    private List<KeyValuePair<string, TValue>>? many;
    private int count;

    public readonly int Count => count;

    public void Add(KeyValuePair<string, TValue> pair)
    {
        if (count < Few.Length)
            few[count] = pair;
        else
            (many ??= []).Add(pair);
        count++;
    }

    public readonly ProfileMap<TValue> ToMap()
    {
        if (count == 0)
            return ProfileMap<TValue>.Empty;
        var pairs = new KeyValuePair<string, TValue>[count];
        CopyTo(pairs);
        return ProfileMap<TValue>.Owning(pairs);
    }

    /// <summary>The same in a map that nobody needs any more, where its room is enough.</summary>
    public readonly ProfileMap<TValue> ToMap(ProfileMap<TValue> earlier)
    {
        if (earlier.RoomFor(count) is not { } room)
            return ToMap();
        CopyTo(room);
        earlier.Refill(count);
        return earlier;
    }

    private readonly void CopyTo(Span<KeyValuePair<string, TValue>> pairs)
    {
        for (var i = 0; i < count; i++)
            pairs[i] = i < Few.Length ? few[i] : many![i - Few.Length];
    }

    [InlineArray(Length)]
    private struct Few
    {
        public const int Length = 16;

        private KeyValuePair<string, TValue> first;
    }
}
