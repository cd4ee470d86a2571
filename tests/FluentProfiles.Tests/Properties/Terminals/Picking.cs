using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>Terminals that give one item.</summary>
internal static class Picking
{
    public static Terminal<T>[] All<T>() =>
        [
            Of<T>("First", async query => await query.FirstAsync(), items => items.First()),
            Of<T>("FirstOrDefault", async query => await query.FirstOrDefaultAsync(), items => items.FirstOrDefault()),
            Of<T>("Single", async query => await query.SingleAsync(), items => items.Single()),
            Of<T>(
                "SingleOrDefault",
                async query => await query.SingleOrDefaultAsync(),
                items => items.SingleOrDefault()
            ),
            Of<T>("Last", async query => await query.LastAsync(), items => items.Last()),
            Of<T>("LastOrDefault", async query => await query.LastOrDefaultAsync(), items => items.LastOrDefault()),
        ];

    public static Terminal<T>[] All<T>(Condition<T> condition)
    {
        var where = condition.Lambda;
        return
        [
            Of("First", async query => await query.FirstAsync(where), items => items.First(), condition),
            Of(
                "FirstOrDefault",
                async query => await query.FirstOrDefaultAsync(where),
                items => items.FirstOrDefault(),
                condition
            ),
            Of("Single", async query => await query.SingleAsync(where), items => items.Single(), condition),
            Of(
                "SingleOrDefault",
                async query => await query.SingleOrDefaultAsync(where),
                items => items.SingleOrDefault(),
                condition
            ),
            Of("Last", async query => await query.LastAsync(where), items => items.Last(), condition),
            Of(
                "LastOrDefault",
                async query => await query.LastOrDefaultAsync(where),
                items => items.LastOrDefault(),
                condition
            ),
        ];
    }

    public static Terminal<T> ElementAt<T>(int index) =>
        new(
            $"ElementAtAsync({index})",
            async (query, _) => Canon.Of(await query.ElementAtAsync(index)),
            rows => Canon.Of(Gathering.Of(rows).ElementAt(index))
        );

    public static Terminal<T> ElementAtOrDefault<T>(int index) =>
        new(
            $"ElementAtOrDefaultAsync({index})",
            async (query, _) => Canon.Of(await query.ElementAtOrDefaultAsync(index)),
            rows => Canon.Of(Gathering.Of(rows).ElementAtOrDefault(index))
        );

    private static Terminal<T> Of<T>(
        string name,
        Func<ProfileQuery<T>, Task<object?>> run,
        Func<IEnumerable<T>, object?> expect,
        Condition<T>? condition = null
    ) =>
        new(
            $"{name}Async({condition?.Text})",
            async (query, _) => Canon.Of(await run(query)),
            rows =>
                Canon.Of(
                    expect(
                        Gathering
                            .Of(rows, NeedsOf(name))
                            .Where(item => condition is null || rows.Holds(condition.Lambda, item))
                    )
                )
        )
        {
            Needs = NeedsOf(name),
            Condition = condition,
        };

    private static Needs NeedsOf(string name) =>
        name.StartsWith("Single", StringComparison.Ordinal) ? Needs.Items : Needs.Order;
}
