namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>The calls of docs/which-call.md and their requests.</summary>
internal static class WhichCall
{
    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    /// <summary>The table of the page. Measured once for all tests, since that takes some 60,000 requests.</summary>
    public static Lazy<string> Table { get; } = new(() => MeasureAsync().GetAwaiter().GetResult());

    public static IReadOnlyList<PricedCall> Of(ProfilesClient client, int count)
    {
        var (id, reference, token) = (MinuteCustomers.IdOf(7), MinuteCustomers.ReferenceOf(count / 2), (string?)null);
        var ids = Enumerable.Range(0, 50).Select(MinuteCustomers.IdOf).ToArray();
        var yesterday = MinuteCustomers.Now.AddDays(-1);
        return
        [
            PricedCall.Of("a profile by its id", () => client.GetAsync(id)),
            PricedCall.Of(
                "50 profiles by their ids",
                () => client.Query().Where(p => ids.Contains(p.Id)).ToListAsync()
            ),
            PricedCall.Of("the newest 50", () => client.Query().Take(50).ToListAsync()),
            PricedCall.Of("the oldest", () => client.Query().LastAsync()),
            PricedCall.Of(
                "those created in the last day (1,440)",
                () => client.Query().Where(p => p.CreatedAt > yesterday).ToListAsync()
            ),
            PricedCall.Of(
                "those with a status (1 %)",
                () => client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Restricted).ToListAsync()
            ),
            PricedCall.Of("whether there is any", () => client.Query().AnyAsync()),
            PricedCall.Of("a page of a UI", () => client.Query().ToPageAsync(20, token)),
            PricedCall.Of(
                "a page of those that pass a condition (2 %)",
                () => client.Query().Where(p => p.Metadata["plan"] == "team").ToPageAsync(20, token)
            ),
            PricedCall.Of(
                "the same with a budget, which returns a short page",
                () => client.Query().Where(p => p.Metadata["plan"] == "team").WithMaxRequests(5).ToPageAsync(20, token)
            ),
            PricedCall.Of(
                "a profile by its reference, in the middle of the listing",
                () => client.Query().FirstOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == reference)
            ),
            PricedCall.Of(
                "the same, if the reference must not be there twice",
                () => client.Query().SingleOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == reference)
            ),
            PricedCall.Of(
                "those with a metadata value",
                () => client.Query().Where(p => p.Metadata["plan"] == "team").ToListAsync()
            ),
            PricedCall.Of(
                "those changed in the last day",
                () => client.Query().Where(p => p.UpdatedAt > yesterday).ToListAsync()
            ),
            PricedCall.Of("how many there are", () => client.Query().CountAsync()),
            PricedCall.Of(
                "how many have a status (1 %)",
                () => client.Query().CountAsync(p => p.EnforcementStatus == EnforcementStatus.Restricted)
            ),
            PricedCall.Of("all", () => client.Query().ToListAsync()),
        ];
    }

    /// <summary>The requests of each call, with a client and a count of requests for each.</summary>
    public static async Task<int[]> RequestsAsync(int count, Func<(ProfilesClient Client, Func<int> Requests)> service)
    {
        List<int> requests = [];
        for (var row = 0; row < Of(null!, count).Count; row++)
        {
            var (client, sent) = service();
            using (client)
                await Of(client, count)[row].RunAsync();
            requests.Add(sent());
        }
        return [.. requests];
    }

    private static async Task<string> MeasureAsync()
    {
        List<int[]> columns = [];
        foreach (var size in Sizes)
            columns.Add(await RequestsAsync(size, () => CustomerListing.Serve(size)));
        var rows = Of(null!, Sizes[0])
            .Select(
                (call, row) =>
                    TableRow.Of([call.Purpose, $"`{call.Code}`", .. columns.Select(column => (object)column[row])])
            );
        return string.Join(
            '\n',
            [
                TableRow.Of(["you want", "you write", .. Sizes.Select(size => (object)size)]),
                "| --- | --- | ---: | ---: | ---: |",
                .. rows,
            ]
        );
    }
}
