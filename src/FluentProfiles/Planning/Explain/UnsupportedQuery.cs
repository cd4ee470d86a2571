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
            $"{OperatorText.Of(order, redact: true)}: {source.Name} can sort only by {SortableBy(source)}, and the query has no upper bound, so sorting it would require reading every profile. "
                + "Sort by one of these, write Take(n) before it to sort n items on the client, or write AsAsyncEnumerable() before it to read everything."
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
            $"The query would request pages of {limit} profiles, but the cursor of FromPage is valid only with the page size of the request that returned it. "
                + "Set that size with WithPageSize(n)."
        );

    public static UnsupportedQueryException CursorOfNoListing() =>
        new(
            "The query looks up profiles by id, so it can't start at the cursor of FromPage. "
                + "Remove FromPage, or write the condition in WhereOnClient."
        );

    public static UnsupportedQueryException WithoutOrder(QueryOperator step) =>
        new(
            $"{OperatorText.Of(step, redact: true)}: {CSharpTypeName.Of(step.Lambda!.Body.Type)} keys can't be compared, because the type does not implement IComparable. "
                + "Use a part of the key that has an order, such as a string, a number or a time."
        );

    public static UnsupportedQueryException BehindSelect(QueryOperator step) =>
        new(
            $"{OperatorText.Of(step, redact: true)} needs the profile, but the Select before it returns something else. Move it before the Select."
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
