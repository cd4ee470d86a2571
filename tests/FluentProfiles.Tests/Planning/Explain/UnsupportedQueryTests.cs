namespace FluentProfiles.Tests.Planning.Explain;

/// <summary>What a refused query is told, whole: the part at fault and what to write instead.</summary>
public sealed class UnsupportedQueryTests
{
    private static readonly Dictionary<string, (Func<ProfileQuery<UserProfile>, Task> Run, string Message)> Refusals =
        new()
        {
            ["reversed"] = (
                async q => await q.FromPage("c").Reverse().ToListAsync(),
                "Reverse() reverses the listing, but the cursor of FromPage belongs to one direction. "
                    + "Write that direction as OrderBy or OrderByDescending, before any Take or Skip."
            ),
            ["last"] = (
                async q => await q.FromPage("c").Skip(5).Reverse().LastAsync(),
                "Reverse() reverses the listing, but the cursor of FromPage belongs to one direction. "
                    + "Write that direction as OrderBy or OrderByDescending, before any Take or Skip."
            ),
            ["turned order"] = (
                async q => await q.FromPage("c").Skip(5).OrderBy().ToListAsync(),
                "OrderBy(profile => profile.CreatedAt) reverses the listing, but the cursor of FromPage belongs to one direction. "
                    + "Write that direction as OrderBy or OrderByDescending, before any Take or Skip."
            ),
            ["status"] = (
                async q => await q.FromPage("c").CountAsync(p => p.EnforcementStatus == EnforcementStatus.Banned),
                "Where(p => p.EnforcementStatus == ?) filters by EnforcementStatus, and the cursor of FromPage belongs to a listing without that filter. "
                    + "Write the condition in Where if the request that returned the cursor had the filter, else in WhereOnClient."
            ),
            ["page size"] = (
                async q => await q.FromPage("c").Take(3).ToListAsync(),
                "The query would request pages of 3 profiles, but the cursor of FromPage is valid only with the page size of the request that returned it. "
                    + "Set that size with WithPageSize(n)."
            ),
            ["id"] = (
                async q => await q.FromPage("c").Where(p => p.Id == "a").ToListAsync(),
                "The query looks up profiles by id, so it can't start at the cursor of FromPage. "
                    + "Remove FromPage, or write the condition in WhereOnClient."
            ),
            ["key without an order"] = (
                async q => await q.Take(5).OrderBy(p => p.Metadata).ToListAsync(),
                "OrderBy(p => p.Metadata): ProfileMap<string> keys can't be compared, because the type does not implement IComparable. "
                    + "Use a part of the key that has an order, such as a string, a number or a time."
            ),
            ["anonymous key"] = (
                async q => await q.Take(5).OrderBy(p => new { p.Name }).ToListAsync(),
                "OrderBy(p => new { p.Name }): anonymous keys can't be compared, because the type does not implement IComparable. "
                    + "Use a part of the key that has an order, such as a string, a number or a time."
            ),
            ["least without an order"] = (
                async q => await q.Take(5).MinByAsync(p => p.Metadata),
                "MinBy(p => p.Metadata): ProfileMap<string> keys can't be compared, because the type does not implement IComparable. "
                    + "Use a part of the key that has an order, such as a string, a number or a time."
            ),
            ["greatest without an order"] = (
                async q => await q.Take(5).MaxByAsync(p => p.Metadata),
                "MaxBy(p => p.Metadata): ProfileMap<string> keys can't be compared, because the type does not implement IComparable. "
                    + "Use a part of the key that has an order, such as a string, a number or a time."
            ),
        };

    public static TheoryData<string> Names => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARefusedQuery_IsToldWhatToWrite(string name)
    {
        using ProfilesClient client = new(new() { ApiKey = TestService.Key, BaseUrl = "http://127.0.0.1:9" });

        var refusal = await Assert.ThrowsAsync<UnsupportedQueryException>(() => Refusals[name].Run(client.Query()));

        Assert.Equal(Refusals[name].Message, refusal.Message);
    }
}
