using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Text;

/// <summary>The exceptions for expressions that can't be read: the part at fault and what to write instead.</summary>
internal static class UnsupportedExpression
{
    /// <summary>Reads or compiles a lambda. No code of the caller's runs here, so whatever fails does so because of the
    /// lambda.</summary>
    /// <exception cref="UnsupportedQueryException">That failed.</exception>
    public static TResult Guard<TLambda, TState, TResult>(
        TLambda lambda,
        TState state,
        Func<TLambda, TState, TResult> read
    )
        where TLambda : LambdaExpression
    {
        try
        {
            return read(lambda, state);
        }
        catch (Exception cause) when (cause is not UnsupportedQueryException)
        {
            throw new UnsupportedQueryException(
                $"{CSharpText.Of(lambda, redact: true)} can't be read as a query: {cause.Message} "
                    + "Write that part with members, operators and calls, or in WhereOnClient."
            );
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="place">What it writes to.</param>
    public static UnsupportedQueryException WritingCall(Expression call, Expression place) =>
        new(
            $"{CSharpText.Of(call, redact: true)} writes to {NameOf(place)}. A query reads variables once, before its first request, so what is written there would be lost. "
                + "Read the value itself (p.Metadata[\"plan\"] is null where there is no such key), call a method of your own that returns it, or write that part in WhereOnClient."
        );

    public static UnsupportedQueryException SpanAheadOfTime(Expression span) =>
        new(
            $"{CSharpText.Of(span, redact: true)} is a span, which an application compiled ahead of time can't hold in a query's expression. "
                + "Use the array or string itself, or write that part in WhereOnClient."
        );

    public static UnsupportedQueryException NotMadeAheadOfTime(Type type) =>
        new(
            $"Part of the query uses {type.Name}, whose nullable form can't be created in an application that is compiled ahead of time. "
                + "Write that part in WhereOnClient, or in plain LINQ after AsAsyncEnumerable()."
        );

    public static UnsupportedQueryException NotReadAheadOfTime(Type item) =>
        new(
            $"A sequence of {CSharpTypeName.Of(item)} is read once, into an array, and this application has no array of that type, because it is compiled ahead of time. "
                + "Use an array in the query (ToArray() before it), or write that part in WhereOnClient."
        );

    // The name of a variable is no value of it.
    private static string NameOf(Expression place) =>
        place switch
        {
            MemberExpression member => member.Member.Name,
            ParameterExpression { Name: { } name } => name,
            _ => "an element of a collection",
        };
}
