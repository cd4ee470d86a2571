using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>Several runs that together give what one would.</summary>
internal static class Paging
{
    // A query that begins again with each page is dear; what goes wrong does so early.
    private const int MostPages = 15;

    public static Terminal<T> PageByPage<T>(int[] sizes) =>
        new(
            $"ToPageAsync({string.Join(", then ", sizes)}, …) to the end",
            async (query, meter) => Canon.List(await PagesAsync(query, sizes, meter)),
            rows =>
                Canon.List(
                    Gathering.Of(rows).Take(Enumerable.Range(0, MostPages).Sum(page => sizes[page % sizes.Length]))
                )
        )
        {
            KeepsToPlan = false,
        };

    public static Terminal<T> Resumed<T>(int pages) =>
        new(
            $"AsPages(), {pages} of them, then ResumeFrom(…).ToListAsync()",
            async (query, meter) => Canon.List(await ResumedAsync(query, pages, meter)),
            Gathering.Whole
        );

    private static async Task<List<T>> PagesAsync<T>(ProfileQuery<T> query, int[] sizes, RequestMeter meter)
    {
        List<T> items = [];
        string? token = null;
        for (var number = 0; number < MostPages; number++)
        {
            meter.Begin();
            var size = sizes[number % sizes.Length];
            var page = await query.ToPageAsync(size, token);
            items.AddRange(page.Items);
            token = page.ResumeToken;
            if (page.Items.Count > size || (page.Items.Count < size && token is not null))
                throw new WrongPageException($"A page of {size} has {page.Items.Count} items and a token: {token}");
            if (token is null)
                break;
        }
        return items;
    }

    private static async Task<List<T>> ResumedAsync<T>(ProfileQuery<T> query, int pages, RequestMeter meter)
    {
        List<T> items = [];
        string? token = null;
        meter.Begin();
        await foreach (var page in query.AsPages())
        {
            items.AddRange(page.Items);
            token = page.ResumeToken;
            if (--pages == 0)
                break;
        }
        if (token is null || pages > 0)
            return items;
        meter.Begin();
        items.AddRange(await query.ResumeFrom(token).ToListAsync());
        return items;
    }
}
