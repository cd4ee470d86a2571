using CsCheck;
using FluentProfiles.Tests.Properties.Data;
using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>Random terminals.</summary>
internal static class TerminalGen
{
    public static Gen<Terminal<T>> Of<T>(Shape<T> shape)
    {
        var conditions = shape.Catalog.Conditions;
        List<(int, IGen<Terminal<T>>)> kinds =
        [
            (10, Gen.OneOf(Gathering.All<T>())),
            (5, Gen.OneOf(Picking.All<T>())),
            (5, conditions.SelectMany(condition => Gen.OneOf(Picking.All(condition)))),
            (2, Gen.Int[0, 40].Select(Picking.ElementAt<T>)),
            (1, Gen.Int[-1, 40].Select(Picking.ElementAtOrDefault<T>)),
            (2, shape.Catalog.Keys.Select(Figures.CountBy)),
            (2, shape.Catalog.Keys.SelectMany(key => Gen.OneOf(Figures.Numbers(key)))),
            (2, Gen.OneOf(Figures.All<T>())),
            (3, conditions.SelectMany(condition => Gen.OneOf(Figures.All(condition)))),
            (3, Gen.Select(shape.Catalog.Keys, Gen.Bool, Extremes.By)),
            (2, Gen.Select(shape.Catalog.Keys, Gen.Bool, Extremes.Of)),
            (
                3,
                Gen.Select(Gen.Int[1, 110], Gen.Int[1, 7], Gen.Bool)
                    .Select(sizes => Paging.PageByPage<T>(sizes.Item3 ? [sizes.Item1, sizes.Item2] : [sizes.Item2]))
            ),
            (2, Gen.Int[1, 4].Select(Paging.Resumed<T>)),
        ];
        if (shape.Catalog.DictionaryKeys is { Count: > 0 } keys)
            kinds.Add((2, Gen.OneOf(keys.ToArray()).Select(Gathering.Dictionary)));
        if (shape.ComparesByValue)
            kinds.Add(
                (
                    2,
                    ProfileGen
                        .One(3)
                        .Select(make => Figures.Contains((T)QueryNullRule.ValueOf(shape.Selector, make(1))!))
                )
            );
        return Gen.Frequency(kinds.ToArray());
    }
}
