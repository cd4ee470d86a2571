using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Filters;

/// <summary>Bounds that every profile that passes a condition lies within.</summary>
/// <param name="Values">The values of filters that can pass.</param>
/// <param name="Ids">The ids that can pass, in the order written; null for all.</param>
/// <param name="Created">The times of creation that can pass.</param>
/// <param name="IsExact">True when every profile within the bounds passes, so that the client need not check it.</param>
internal sealed record ServiceBounds(
    FilterValues Values,
    IReadOnlyList<string>? Ids,
    CreatedAtRange Created,
    bool IsExact
)
{
    /// <summary>The bounds of a condition that always holds.</summary>
    public static ServiceBounds All { get; } = new(FilterValues.None, null, CreatedAtRange.All, IsExact: true);

    /// <summary>The bounds of a condition that never holds.</summary>
    public static ServiceBounds None { get; } = All with { Created = CreatedAtRange.Empty };

    /// <summary>The bounds of a condition that only the client can check.</summary>
    public static ServiceBounds Unknown { get; } = All with { IsExact = false };

    /// <summary>True when no profile can pass.</summary>
    public bool IsEmpty => Created.IsEmpty || Values.IsEmpty || Ids is [];

    /// <summary>True when every profile lies within the bounds.</summary>
    public bool IsOpen => Values.IsNone && Ids is null && Created == CreatedAtRange.All;

    /// <summary>True when every profile passes.</summary>
    public bool IsEverything => IsOpen && IsExact;

    public ServiceBounds And(ServiceBounds other) =>
        other.IsEverything
            ? this
            : new(
                Values.And(other.Values),
                Intersect(Ids, other.Ids),
                Created.Intersect(other.Created),
                IsExact && other.IsExact
            );

    /// <summary>The bounds of what lies within one of several. They are exact where the alternatives differ in one respect
    /// and leave no gap.</summary>
    public static ServiceBounds AnyOf(IEnumerable<ServiceBounds> alternatives)
    {
        List<ServiceBounds> some = [.. alternatives.Where(bounds => !bounds.IsEmpty)];
        if (some.Count < 2)
            return some.Count == 0 ? None : some[0];
        if (some.Exists(bounds => bounds.IsEverything))
            return All;
        var created = CreatedAtRange.Hull(some.Select(bounds => bounds.Created), out var hasGap);
        return new(
            FilterValues.AnyOf([.. some.Select(bounds => bounds.Values)]),
            Union(some, bounds => bounds.Ids),
            created,
            !hasGap && some.TrueForAll(bounds => bounds.IsExact) && DifferInOne(some)
        );
    }

    private static bool DifferInOne(List<ServiceBounds> some)
    {
        var first = some[0];
        var differing = ProfileSchema.Filters.Count(filter =>
            some.Exists(bounds => !AreSame(bounds.Values[filter], first.Values[filter]))
        );
        var sameIds = some.TrueForAll(bounds => AreSame(bounds.Ids, first.Ids));
        var sameTimes = some.TrueForAll(bounds => bounds.Created == first.Created);
        return differing + (sameIds ? 0 : 1) + (sameTimes ? 0 : 1) <= 1;
    }

    private static bool AreSame<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        left is null || right is null ? left == right : left.SequenceEqual(right);

    private static IReadOnlyList<T>? Intersect<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        left is null ? right
        : right is null ? left
        : [.. left.Intersect(right)];

    private static IReadOnlyList<T>? Union<T>(
        List<ServiceBounds> some,
        Func<ServiceBounds, IReadOnlyList<T>?> valuesOf
    ) =>
        some.Exists(bounds => valuesOf(bounds) is null)
            ? null
            : [.. some.SelectMany(bounds => valuesOf(bounds)!).Distinct()];
}
