using System.Linq.Expressions;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Planning;

/// <summary>What can't be planned, in words: the part at fault and what to write instead.</summary>
internal static class UnsupportedQuery
{
    public static UnsupportedQueryException Unsortable(OrderOperator order) =>
        new(
            $"{order.Describe(redact: true)}: the service sorts by CreatedAt and Name only, and the query is unbounded, so that only a full read could sort it. "
                + "Sort by one of them, write Take(n) before it to sort n items here, or AsAsyncEnumerable() before it to read everything."
        );

    public static UnsupportedQueryException BehindSelect(QueryOperator step) =>
        new(
            $"{step.Describe(redact: true)} speaks of the profile, but stands after a Select that gives something else. Write it before the Select."
        );

    public static UnsupportedQueryException SpanAheadOfTime(Expression span) =>
        new(
            $"{CSharpText.Of(span, redact: true)} is a span, which an application compiled ahead of time can't hold in a query's expression. "
                + "Use the array or text itself, or write that part in WhereOnClient."
        );

    public static UnsupportedQueryException NotMadeAheadOfTime(Type type) =>
        new(
            $"A part of the query deals in {type.Name}, whose nullable form this application lacks, for it is compiled ahead of time. "
                + "Write that part in WhereOnClient, or in plain LINQ after AsAsyncEnumerable()."
        );
}
