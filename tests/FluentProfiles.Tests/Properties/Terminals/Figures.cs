using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>Terminals that give a figure of all items.</summary>
internal static class Figures
{
    public static Terminal<T>[] All<T>() =>
        [
            new(
                "AnyAsync()",
                async (query, _) => Canon.Of(await query.AnyAsync()),
                rows => Canon.Of(Gathering.Of(rows, Needs.Number).Any())
            )
            {
                Needs = Needs.Number,
            },
            new(
                "CountAsync()",
                async (query, _) => Canon.Of(await query.CountAsync()),
                rows => Canon.Of(Gathering.Of(rows, Needs.Number).Count())
            )
            {
                Needs = Needs.Number,
                ReadsAll = true,
            },
            new(
                "LongCountAsync()",
                async (query, _) => Canon.Of(await query.LongCountAsync()),
                rows => Canon.Of(Gathering.Of(rows, Needs.Number).LongCount())
            )
            {
                Needs = Needs.Number,
                ReadsAll = true,
            },
        ];

    public static Terminal<T>[] All<T>(Condition<T> condition)
    {
        var where = condition.Lambda;
        return
        [
            new(
                $"AnyAsync({condition.Text})",
                async (query, _) => Canon.Of(await query.AnyAsync(where)),
                rows => Canon.Of(Those(rows, condition).Any())
            )
            {
                Needs = Needs.Items,
                Condition = condition,
            },
            new(
                $"CountAsync({condition.Text})",
                async (query, _) => Canon.Of(await query.CountAsync(where)),
                rows => Canon.Of(Those(rows, condition).Count())
            )
            {
                Needs = Needs.Items,
                Condition = condition,
                ReadsAll = true,
            },
            new(
                $"LongCountAsync({condition.Text})",
                async (query, _) => Canon.Of(await query.LongCountAsync(where)),
                rows => Canon.Of(Those(rows, condition).LongCount())
            )
            {
                Needs = Needs.Items,
                Condition = condition,
                ReadsAll = true,
            },
            new(
                $"AllAsync({condition.Text})",
                async (query, _) => Canon.Of(await query.AllAsync(where)),
                rows => Canon.Of(Gathering.Of(rows, Needs.Items).All(item => rows.Holds(where, item)))
            )
            {
                Needs = Needs.Items,
                Condition = Condition<T>.Not(condition),
            },
        ];
    }

    public static Terminal<T> CountBy<T>(Key<T> key) =>
        new($"CountByAsync({key.Text})", (query, _) => key.CountsAsync(query), key.Counts)
        {
            Needs = Needs.Items,
            ReadsAll = true,
        };

    /// <summary>Sums and averages of the lengths of a key's texts.</summary>
    public static Terminal<T>[] Numbers<T>(Key<T> key) =>
        [
            Number<T>(
                $"SumAsync(({key.Text}).Length)",
                async query => await query.SumAsync(key.Length),
                rows => rows.Numbers(key.Length).Sum()
            ),
            Number<T>(
                $"SumAsync((decimal?)({key.Text}).Length)",
                async query => await query.SumAsync(key.LengthOrNull),
                rows => rows.Numbers(key.LengthOrNull).Sum()
            ),
            Number<T>(
                $"Select(({key.Text}).Length).AverageAsync()",
                async query => await query.Select(key.Length).AverageAsync(),
                rows => rows.Numbers(key.Length).Average()
            ),
            Number<T>(
                $"AverageAsync((decimal?)({key.Text}).Length)",
                async query => await query.AverageAsync(key.LengthOrNull),
                rows => rows.Numbers(key.LengthOrNull).Average()
            ),
        ];

    private static Terminal<T> Number<T>(
        string text,
        Func<ProfileQuery<T>, Task<object?>> run,
        Func<Rows<T>, object?> expect
    ) =>
        new(text, async (query, _) => Canon.Of(await run(query)), rows => Canon.Of(expect(rows)))
        {
            Needs = Needs.Items,
            ReadsAll = true,
        };

    private static IEnumerable<TNumber> Numbers<T, TNumber>(this Rows<T> rows, Expression<Func<T, TNumber>> number) =>
        Gathering.Of(rows, Needs.Items).Select(item => (TNumber)rows.World.Value(number, item)!);

    public static Terminal<T> Contains<T>(T value) =>
        new(
            $"ContainsAsync({Literal.Of(value)})",
            async (query, _) => Canon.Of(await query.ContainsAsync(value)),
            rows => Canon.Of(Gathering.Of(rows, Needs.Items).Contains(value))
        )
        {
            Needs = Needs.Items,
        };

    private static IEnumerable<T> Those<T>(Rows<T> rows, Condition<T> condition) =>
        Gathering.Of(rows, Needs.Items).Where(item => rows.Holds(condition.Lambda, item));
}
