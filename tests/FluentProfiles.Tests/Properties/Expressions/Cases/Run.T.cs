using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Runs a case as a query over the emulator.</summary>
internal static class Run<T>
{
    public static Task<string> Async(
        ExpressionCase query,
        Expression<Func<UserProfile, T>> lambda,
        CaseProfiles world
    ) =>
        lambda is Expression<Func<UserProfile, bool>> condition
        && query.Use
            is not (Use.Select or Use.SelectWhere or Use.Order or Use.OrderDescending or Use.MinBy or Use.MaxBy)
            ? OfConditionAsync(
                query.Use,
                condition,
                query.Before is { } before ? world.Query.Where(before) : world.Query
            )
            : OfValueAsync(query, lambda, world);

    private static async Task<string> OfConditionAsync(
        Use use,
        Expression<Func<UserProfile, bool>> condition,
        ProfileQuery<UserProfile> all
    ) =>
        use switch
        {
            Use.Where => ValueText.Of(await all.Where(condition).Select(p => p.Id).ToListAsync()),
            Use.Count => ValueText.Of(await all.CountAsync(condition)),
            Use.Any => ValueText.Of(await all.AnyAsync(condition)),
            Use.All => ValueText.Of(await all.AllAsync(condition)),
            Use.First => ValueText.Of((await all.FirstOrDefaultAsync(condition))?.Id),
            Use.Last => ValueText.Of((await all.LastOrDefaultAsync(condition))?.Id),
            _ => throw new InvalidOperationException($"{use}"),
        };

    private static async Task<string> OfValueAsync(
        ExpressionCase query,
        Expression<Func<UserProfile, T>> lambda,
        CaseProfiles world
    )
    {
        var all = world.Query;
        return query.Use switch
        {
            Use.Select => ValueText.Of(await all.Select(lambda).ToListAsync()),
            Use.SelectWhere => ValueText.Of(
                await all.Select(lambda).Where((Expression<Func<T, bool>>)query.Then!).ToListAsync()
            ),
            Use.Order => Keys(await all.Take(50).OrderBy(lambda).ToListAsync()),
            Use.OrderDescending => Keys(await all.Take(50).OrderByDescending(lambda).ToListAsync()),
            Use.MinBy => Keys([(await all.MinByAsync(lambda))!]),
            Use.MaxBy => Keys([(await all.MaxByAsync(lambda))!]),
            Use.Dictionary => ValueText.Of(
                (await all.ToDictionaryAsync((Expression<Func<UserProfile, string>>)(object)lambda)).Keys
            ),
            _ => throw new InvalidOperationException($"{query.Use}"),
        };

        // Among equal keys any order may come.
        string Keys(IEnumerable<UserProfile> profiles) =>
            ValueText.Of(
                profiles
                    .Select(profile => world.Listed.Single(listed => listed.Id == profile.Id))
                    .Select(profile => ExpressionNullRule.ValueOf(lambda, profile))
            );
    }
}
