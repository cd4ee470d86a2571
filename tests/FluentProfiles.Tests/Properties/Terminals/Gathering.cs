using FluentProfiles.Tests.Properties.Items;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>Terminals that gather everything.</summary>
internal static class Gathering
{
    public static Terminal<T>[] All<T>() =>
        [
            new("ToListAsync()", async (query, _) => Canon.List(await query.ToListAsync()), Whole) { ReadsAll = true },
            new("ToArrayAsync()", async (query, _) => Canon.List(await query.ToArrayAsync()), Whole)
            {
                ReadsAll = true,
            },
            new(
                "ToHashSetAsync()",
                async (query, _) => Canon.Set(await query.ToHashSetAsync()),
                rows => Canon.Set(Of(rows, Needs.Items).ToHashSet())
            )
            {
                Needs = Needs.Items,
                ReadsAll = true,
            },
            new("AsPages()", async (query, _) => Canon.List(await Flat(query.AsPages())), Whole) { ReadsAll = true },
            new("ForEachAsync(…)", async (query, _) => Canon.List(await Each(query)), Whole) { ReadsAll = true },
        ];

    public static Terminal<T> Dictionary<T>(Key<T> key) =>
        new($"ToDictionaryAsync({key.Text})", (query, _) => key.DictionaryAsync(query), key.Dictionary)
        {
            Needs = Needs.Items,
        };

    /// <summary>The items of a query that no further operator follows.</summary>
    public static IEnumerable<T> Of<T>(Rows<T> rows, Needs needs = Needs.Order)
    {
        rows.Complete(needs);
        return rows.Items.Select(row => row.Item);
    }

    public static string Whole<T>(Rows<T> rows) => Canon.List(Of(rows));

    private static async Task<List<T>> Flat<T>(IAsyncEnumerable<ProfilePage<T>> pages)
    {
        List<T> items = [];
        await foreach (var page in pages)
            items.AddRange(page.Items);
        return items;
    }

    private static async Task<List<T>> Each<T>(ProfileQuery<T> query)
    {
        List<T> items = [];
        await query.ForEachAsync(
            (item, _) =>
            {
                items.Add(item);
                return ValueTask.CompletedTask;
            }
        );
        return items;
    }
}
