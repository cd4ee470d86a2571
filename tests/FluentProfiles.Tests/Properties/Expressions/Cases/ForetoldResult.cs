using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>What the rule says of a query.</summary>
/// <param name="Result">Its result, or null where an item throws.</param>
/// <param name="Thrown">What items throw.</param>
/// <param name="MustThrow">True when every item is looked at, so that the query can't end without one of them.</param>
internal sealed record ForetoldResult(string? Result, IReadOnlySet<string> Thrown, bool MustThrow)
{
    public static ForetoldResult Of(ExpressionCase query, IReadOnlyList<UserProfile> listed)
    {
        HashSet<string> thrown = [];
        List<object?> values = [];
        List<bool> passes = [];
        List<UserProfile> seen = [];
        foreach (var profile in listed)
        {
            try
            {
                if (query.Before is { } before && ExpressionNullRule.ValueOf(before, profile) is not true)
                    continue;
                var value = ExpressionNullRule.ValueOf(query.Lambda, profile);
                seen.Add(profile);
                passes.Add(query.Then is null || ExpressionNullRule.ValueOf(query.Then, value) is true);
                values.Add(value);
            }
            catch (Exception failure)
            {
                thrown.Add(ValueText.Thrown(failure));
                // The dictionary may refuse a key first.
                if (query.Use == Use.Dictionary)
                    thrown.UnionWith([
                        ValueText.Thrown(new ArgumentNullException()),
                        ValueText.Thrown(new ArgumentException()),
                    ]);
            }
        }
        return new(
            thrown.Count == 0 ? ValueText.Outcome(() => ResultOf(query.Use, seen, values, passes)) : null,
            thrown,
            query.Use is Use.Select or Use.Order or Use.OrderDescending
        );
    }

    // A status that the library does not know is sent as it is, and the service may refuse it.
    public bool Allows(string actual) =>
        (!MustThrow && actual == $"throws {nameof(ProfilesInvalidRequestException)}")
        || (
            Result is not null
                ? actual == Result
                : Thrown.Contains(actual)
                    || Thrown.Contains(ValueText.Unspecified)
                    || (!MustThrow && !actual.StartsWith("throws", StringComparison.Ordinal))
        );

    public override string ToString() => Result ?? string.Join(" or ", Thrown);

    private static object? ResultOf(Use use, List<UserProfile> seen, List<object?> values, List<bool> passes)
    {
        var matches = seen.Where((_, i) => values[i] is true).Select(profile => profile.Id).ToList();
        return use switch
        {
            Use.Where => matches,
            Use.Count => matches.Count,
            Use.Any => matches.Count > 0,
            Use.All => matches.Count == seen.Count,
            Use.First => matches.FirstOrDefault(),
            Use.Last => matches.LastOrDefault(),
            Use.Select => values,
            Use.SelectWhere => values.Where((_, i) => passes[i]),
            Use.Order => values.Order(),
            Use.OrderDescending => values.OrderDescending(),
            Use.MinBy => new[] { values.Min() },
            Use.MaxBy => new[] { values.Max() },
            Use.Dictionary => values.ToDictionary(key => (string)key!).Keys,
            _ => throw new InvalidOperationException($"{use}"),
        };
    }
}
