using FluentProfiles.Expressions.Text;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Explain;

/// <summary>What can't be planned, in words: the part at fault and what to write instead.</summary>
internal static class UnsupportedQuery
{
    public static UnsupportedQueryException Unsortable(OrderOperator order, SourceCapabilities source) =>
        new(
            $"{OperatorText.Of(order, redact: true)}: {source.Name} sorts by {SortableBy(source)} only, and the query is unbounded, so that only a full read could sort it. "
                + "Sort by one of them, write Take(n) before it to sort n items here, or AsAsyncEnumerable() before it to read everything."
        );

    public static UnsupportedQueryException CursorOfOtherOrder(QueryOperator step) =>
        new(
            $"{OperatorText.Of(step, redact: true)} reverses the listing, but the cursor of FromPage belongs to one direction. "
                + "Write that direction as OrderBy or OrderByDescending, before any Take or Skip."
        );

    public static UnsupportedQueryException CursorOfOtherFilter(QueryOperator step, ProfileFilter filter) =>
        new(
            $"{OperatorText.Of(step, redact: true)} filters by {filter.Field.Property.Name}, and the cursor of FromPage belongs to a listing without that filter. "
                + "Write the condition in Where if the request that returned the cursor had the filter, else in WhereOnClient."
        );

    public static UnsupportedQueryException CursorOfOtherPageSize(int limit) =>
        new(
            $"The query would ask for pages of {limit}, and the cursor of FromPage belongs to the page size of the request that returned it. "
                + "Name that size with WithPageSize(n)."
        );

    public static UnsupportedQueryException CursorOfNoListing() =>
        new(
            "The query names its profiles by id, so each is looked up, and the cursor of FromPage has no part in that. "
                + "Leave FromPage out, or write the condition in WhereOnClient."
        );

    public static UnsupportedQueryException WithoutOrder(QueryOperator step) =>
        new(
            $"{OperatorText.Of(step, redact: true)}: {CSharpTypeName.Of(step.Lambda!.Body.Type)} keys can't be compared, because the type does not implement IComparable. "
                + "Use a part of the key that has an order, such as a text, a number or a time."
        );

    public static UnsupportedQueryException BehindSelect(QueryOperator step) =>
        new(
            $"{OperatorText.Of(step, redact: true)} speaks of the profile, but stands after a Select that gives something else. Write it before the Select."
        );

    private static string SortableBy(SourceCapabilities source)
    {
        string[] members =
        [
            .. ProfileSchema
                .Paths.Where(path => SortKey.IsOrdered(path) && source.SortsBy(path))
                .Select(path => path.Text),
        ];
        return members.Length > 1 ? $"{string.Join(", ", members[..^1])} and {members[^1]}" : string.Concat(members);
    }
}
