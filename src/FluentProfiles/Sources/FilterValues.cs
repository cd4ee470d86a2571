using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources;

/// <summary>The values to which the service limits a listing, by filter. A profile passes if it has one of the values of each.</summary>
internal sealed class FilterValues
{
    private readonly KeyValuePair<ProfileFilter, IReadOnlyList<string>>[] sets;

    private FilterValues(KeyValuePair<ProfileFilter, IReadOnlyList<string>>[] sets) => this.sets = sets;

    public static FilterValues None { get; } = new([]);

    public bool IsNone => sets.Length == 0;

    /// <summary>True when no value is left, so that no profile can pass.</summary>
    public bool IsEmpty => Array.Exists(sets, set => set.Value.Count == 0);

    /// <summary>The filters in use, each with its values.</summary>
    public IReadOnlyList<KeyValuePair<ProfileFilter, IReadOnlyList<string>>> Sets => sets;

    /// <summary>The fields that tell whether a profile passes.</summary>
    public FieldMask Mask => sets.Aggregate(FieldMask.None, (mask, set) => mask | set.Key.Mask);

    /// <summary>The number of values in all.</summary>
    public int Count => sets.Sum(set => set.Value.Count);

    /// <summary>The values of a filter; null where it is not in use.</summary>
    public IReadOnlyList<string>? this[ProfileFilter filter] => Array.Find(sets, set => set.Key == filter).Value;

    public static FilterValues Of(ProfileFilter filter, IReadOnlyList<string> values) => new([new(filter, values)]);

    public bool Passes(UserProfile profile)
    {
        foreach (var (filter, values) in sets)
        {
            if (!values.Contains(filter.TextOf(profile)))
                return false;
        }
        return true;
    }

    /// <summary>The values that pass both.</summary>
    public FilterValues And(FilterValues other) =>
        other.IsNone ? this
        : IsNone ? other
        : ForEach(
            [this, other],
            filter =>
                this[filter] is not { } mine ? other[filter]
                : other[filter] is not { } theirs ? mine
                : [.. mine.Intersect(theirs)]
        );

    /// <summary>The values that pass one of several.</summary>
    public static FilterValues AnyOf(IReadOnlyList<FilterValues> some) =>
        some.Any(one => one.IsNone)
            ? None
            : ForEach(
                some,
                filter =>
                    some.Any(one => one[filter] is null) ? null : [.. some.SelectMany(one => one[filter]!).Distinct()]
            );

    public bool IsSameAs(FilterValues other) =>
        sets.Length == other.sets.Length
        && Array.TrueForAll(sets, set => other[set.Key] is { } values && values.SequenceEqual(set.Value));

    /// <summary>The filters in use whose values differ, this one's and the other's together.</summary>
    public IEnumerable<ProfileFilter> DifferingFrom(FilterValues other) =>
        ProfileSchema.Filters.Where(filter =>
            (this[filter], other[filter]) switch
            {
                ({ } mine, { } theirs) => !mine.SequenceEqual(theirs),
                var (mine, theirs) => mine != theirs,
            }
        );

    private static FilterValues ForEach(
        IReadOnlyList<FilterValues> some,
        Func<ProfileFilter, IReadOnlyList<string>?> valuesOf
    )
    {
        List<KeyValuePair<ProfileFilter, IReadOnlyList<string>>> sets = [];
        foreach (var filter in some.SelectMany(one => one.sets).Select(set => set.Key).Distinct())
        {
            if (valuesOf(filter) is { } values)
                sets.Add(new(filter, values));
        }
        return sets.Count == 0 ? None : new([.. sets]);
    }
}
