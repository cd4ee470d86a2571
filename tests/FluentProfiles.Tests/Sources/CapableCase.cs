using System.Linq.Expressions;

namespace FluentProfiles.Tests.Sources;

/// <summary>A random query that a database can carry out: a condition, an order by any member, a window, and what is asked of
/// it.</summary>
internal sealed record CapableCase(string Condition, string Key, bool Descending, int? Skip, int? Take, string Terminal)
{
    private static readonly Dictionary<string, Expression<Func<UserProfile, bool>>> Conditions = new()
    {
        ["none"] = p => true,
        ["exact"] = p => p.Metadata["plan"] == "pro" || p.ExternalUserDetails.ReferenceId == null,
        ["rough"] = p => p.Name == "B0007",
        ["client"] = p => p.Id.Length % 2 == 0,
    };

    private static readonly Dictionary<string, Expression<Func<UserProfile, object?>>> Keys = new()
    {
        ["country"] = p => p.ExternalUserDetails.Country,
        ["reference"] = p => p.ExternalUserDetails.ReferenceId,
        ["entity type"] = p => p.ExternalUserDetails.EntityType,
        ["onboarded"] = p => p.ExternalUserDetails.OnboardedAt,
        ["updated"] = p => p.UpdatedAt,
        ["created"] = p => p.CreatedAt,
    };

    public string Text =>
        $"{Condition}, by {Key}{(Descending ? " descending" : "")}, skip {Skip}, take {Take}, {Terminal}";

    public static CapableCase Any(Random random) =>
        new(
            random.GetItems(Conditions.Keys.ToArray(), 1)[0],
            random.GetItems(Keys.Keys.ToArray(), 1)[0],
            random.Next(2) == 0,
            random.Next(2) == 0 ? random.Next(0, 70) : null,
            random.Next(3) == 0 ? random.Next(0, 70) : null,
            random.GetItems(["list", "count", "pages", "first"], 1)[0]
        );

    public async Task<string> RunAsync(ProfileQuery<UserProfile> query)
    {
        if (Condition != "none")
            query = query.Where(Conditions[Condition]);
        query = Descending ? query.OrderByDescending(Keys[Key]) : query.OrderBy(Keys[Key]);
        query = Skip is { } skip ? query.Skip(skip) : query;
        query = Take is { } take ? query.Take(take) : query;
        return Terminal switch
        {
            "count" => $"{await query.CountAsync()}",
            "first" => (await query.FirstOrDefaultAsync())?.Id ?? "none",
            "list" => string.Join(' ', await query.Select(p => p.Id).ToListAsync()),
            _ => string.Join(' ', await PagedAsync(query)),
        };
    }

    /// <summary>Equal keys come by the time of creation, in the direction of the order.</summary>
    public string Expected(IEnumerable<UserProfile> profiles)
    {
        var key = Keys[Key].Compile();
        var byCreation = Descending
            ? profiles.OrderByDescending(profile => profile.CreatedAt)
            : profiles.OrderBy(profile => profile.CreatedAt);
        var sorted = byCreation
            .Where(Conditions[Condition].Compile())
            .Order(Comparer<UserProfile>.Create((x, y) => Compare(key(x), key(y))));
        var ids = sorted.Skip(Skip ?? 0).Take(Take ?? int.MaxValue).Select(profile => profile.Id).ToList();
        return Terminal switch
        {
            "count" => $"{ids.Count}",
            "first" => ids.FirstOrDefault() ?? "none",
            _ => string.Join(' ', ids),
        };
    }

    private int Compare(object? x, object? y)
    {
        var (left, right) = (Value(x), Value(y));
        if (left is null || right is null)
            return (left is null).CompareTo(right is null);
        var order = left is string text
            ? string.CompareOrdinal(text.ToLowerInvariant(), ((string)right).ToLowerInvariant())
            : Comparer<object>.Default.Compare(left, right);
        return Descending ? -order : order;
    }

    private static object? Value(object? key) =>
        key is EntityType type
            ? type.ToString() is { Length: > 0 } text
                ? text
                : null
            : key;

    private static async Task<List<string>> PagedAsync(ProfileQuery<UserProfile> query)
    {
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.ToPageAsync(9, token);
            ids.AddRange(page.Items.Select(profile => profile.Id));
            token = page.ResumeToken;
        } while (token is not null);
        return ids;
    }
}
