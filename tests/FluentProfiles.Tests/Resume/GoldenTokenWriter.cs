namespace FluentProfiles.Tests.Resume;

/// <summary>Writes the tokens of one query: those of a page of seven, of the page after it, and of runs that stopped after pages of
/// the service.</summary>
internal sealed class GoldenTokenWriter(string name)
{
    private readonly ProfileQuery<UserProfile> query = GoldenTokenTests.QueryOf(name);
    private readonly List<GoldenToken> tokens = [];

    public static async Task<IReadOnlyList<GoldenToken>> OfAsync(string name)
    {
        GoldenTokenWriter writer = new(name);
        await writer.AddPagesOfItemsAsync();
        await writer.AddPagesOfServiceAsync();
        if (name == "two ends, any order")
            await writer.AddAnyOrderAsync();
        return writer.tokens;
    }

    private async Task AddPagesOfItemsAsync()
    {
        var first = await query.ToPageAsync(7);
        Add("seven items", first.Items, first.ResumeToken);
        if (first.ResumeToken is null)
            return;
        var second = await query.ToPageAsync(5, first.ResumeToken);
        Add("seven items, then five", [.. first.Items, .. second.Items], second.ResumeToken);
    }

    private async Task AddPagesOfServiceAsync()
    {
        List<UserProfile> returned = [];
        var number = 0;
        await foreach (var page in query.AsPages())
        {
            returned.AddRange(page.Items);
            number++;
            if (number is 1 or 3)
                Add($"{number} pages", returned, page.ResumeToken);
        }
    }

    /// <summary>Several workers take items in any order, so that nothing of the far end is held back.</summary>
    private async Task AddAnyOrderAsync()
    {
        List<QueryProgress> reports = [];
        await query.WithProgress(new Reports(reports)).ForEachAsync((_, _) => ValueTask.CompletedTask, workers: 2);
        var all = await query.ToListAsync();
        foreach (var report in reports.Where(report => report.ResumeToken is not null))
        {
            var left = await query.ResumeFrom(report.ResumeToken).Select(p => p.Id).ToListAsync();
            var returned = all.FindAll(profile => !left.Contains(profile.Id));
            Assert.Equal(report.Returned, returned.Count);
            Add($"{report.Requests} requests from both ends", returned, report.ResumeToken);
        }
    }

    private void Add(string stop, IReadOnlyList<UserProfile> returned, string? token)
    {
        if (token is not null)
            tokens.Add(new(name, stop, [.. returned.Select(profile => int.Parse(profile.Id[6..]))], token));
    }

    private sealed class Reports(List<QueryProgress> reports) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => reports.Add(value);
    }
}
