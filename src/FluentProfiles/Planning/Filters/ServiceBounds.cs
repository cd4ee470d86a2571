using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Filters;

/// <summary>Bounds that every profile that passes a condition lies within.</summary>
/// <param name="Values">The values of filters that can pass.</param>
/// <param name="Ids">The ids that can pass, in the order written; null for all.</param>
/// <param name="Times">The times that can pass.</param>
/// <param name="IsExact">True when every profile within the bounds passes, so that the client need not check it.</param>
internal sealed record ServiceBounds(FilterValues Values, IReadOnlyList<string>? Ids, TimeIntervals Times, bool IsExact)
{
    /// <summary>The bounds of a condition that always holds.</summary>
    public static ServiceBounds All { get; } = new(FilterValues.None, null, TimeIntervals.None, IsExact: true);

    /// <summary>The bounds of a condition that never holds.</summary>
    public static ServiceBounds None { get; } = All with { Times = TimeIntervals.Empty };

    /// <summary>The bounds of a condition that only the client can check.</summary>
    public static ServiceBounds Unknown { get; } = All with { IsExact = false };

    /// <summary>True when the ids that can pass are known to a run alone.</summary>
    public bool AreNamed { get; init; }

    /// <summary>True when no profile can pass.</summary>
    public bool IsEmpty => Times.IsEmpty || Values.IsEmpty || Ids is [];

    /// <summary>True when every profile lies within the bounds.</summary>
    public bool IsOpen => Values.IsNone && Ids is null && Times.IsNone;

    /// <summary>True when every profile passes.</summary>
    public bool IsEverything => IsOpen && IsExact;

    public ServiceBounds And(ServiceBounds other) =>
        other.IsEverything
            ? this
            : new(Values.And(other.Values), Intersect(Ids, other.Ids), Times.And(other.Times), IsExact && other.IsExact)
            {
                AreNamed = AreNamed || other.AreNamed,
            };

    /// <summary>The bounds of what lies within one of several. They are exact where the alternatives differ in one respect
    /// and leave no gap.</summary>
    public static ServiceBounds AnyOf(IEnumerable<ServiceBounds> alternatives)
    {
        List<ServiceBounds> some = [.. alternatives.Where(bounds => !bounds.IsEmpty)];
        if (some.Count < 2)
            return some.Count == 0 ? None : some[0];
        if (some.Exists(bounds => bounds.IsEverything))
            return All;
        var times = TimeIntervals.AnyOf([.. some.Select(bounds => bounds.Times)], out var hasGap);
        return new(
            FilterValues.AnyOf([.. some.Select(bounds => bounds.Values)]),
            Union(some, bounds => bounds.Ids),
            times,
            !hasGap && some.TrueForAll(bounds => bounds.IsExact) && DifferInOne(some)
        )
        {
            AreNamed =
                some.Exists(bounds => bounds.AreNamed)
                && some.TrueForAll(bounds => bounds.AreNamed || bounds.Ids is not null),
        };
    }

    private static bool DifferInOne(List<ServiceBounds> some)
    {
        var first = some[0];
        var differing = ProfileSchema.Filters.Count(filter =>
            some.Exists(bounds => !AreSame(bounds.Values[filter], first.Values[filter]))
        );
        var sameIds = some.TrueForAll(bounds => AreSame(bounds.Ids, first.Ids));
        differing += ProfileSchema.Times.Count(time => some.Exists(bounds => bounds.Times[time] != first.Times[time]));
        return differing + (sameIds ? 0 : 1) <= 1;
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
