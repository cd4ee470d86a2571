using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Runs a query one page a run until a page has no token.</summary>
/// <param name="Size">The size of a page of one's own; 0 for those of the service.</param>
internal sealed record PageByPage(int Size)
{
    /// <returns>What is wrong, or null.</returns>
    public async Task<string?> FailureAsync<T>(ProfileQuery<T> asked)
    {
        var query = asked.WithPrefetch(0);
        List<T> whole;
        try
        {
            whole = await query.ToListAsync();
        }
        catch (Exception refusal) when (refusal is ProfilesConfigurationException or UnsupportedQueryException)
        {
            // There are no pages.
            return null;
        }
        // A scan from both ends reads more pages where it begins with each.
        var most = Size == 0 ? (2 * await PagesAsync(query)) + 2 : (whole.Count / Size) + 1;
        List<T> items = [];
        string? token = null;
        var runs = 0;
        do
        {
            if (runs++ > most)
                return $"the tokens make no progress: {runs} runs";
            var page =
                Size == 0 ? await query.ResumeFrom(token).AsPages().FirstAsync() : await query.ToPageAsync(Size, token);
            items.AddRange(page.Items);
            token = page.ResumeToken;
        } while (token is not null);
        var (expected, inPages) = (Canon.List(whole), Canon.List(items));
        return inPages == expected ? null : $"expected:\n{expected}\npage by page:\n{inPages}";
    }

    private static async Task<int> PagesAsync<T>(ProfileQuery<T> query)
    {
        var pages = await query.AsPages().ToListAsync();
        return pages[^1].ResumeToken is null && pages.SkipLast(1).All(page => page.ResumeToken is not null)
            ? pages.Count
            : throw new InvalidOperationException("The last page has a token, or another has none.");
    }
}
