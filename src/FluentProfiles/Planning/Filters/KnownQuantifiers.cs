using System.Linq.Expressions;
using FluentProfiles.Expressions.Closing;

namespace FluentProfiles.Planning.Filters;

/// <summary>What the conditions over captured items have given, for all plans of one query: whatever is planned of it evaluates
/// the caller's code for an item once.</summary>
/// <param name="closed">Evaluates what is closed once an item is known, and reads the sequences in it where the query is
/// run.</param>
internal sealed class KnownQuantifiers(ClosedExpressions closed)
{
    private Dictionary<(MethodCallExpression, bool), ServiceBounds>? bounds;
    private Dictionary<(object, Expression), Array?>? values;

    /// <summary>An expression with its closed parts evaluated.</summary>
    public Expression Closed(Expression node) => closed.Visit(node);

    /// <summary>The bounds of a quantifier, or of its negation.</summary>
    public ServiceBounds Bounds(MethodCallExpression quantifier, bool negated, Func<ServiceBounds> translate)
    {
        bounds ??= [];
        if (!bounds.TryGetValue((quantifier, negated), out var known))
            bounds.Add((quantifier, negated), known = translate());
        return known;
    }

    /// <summary>What an expression gives for each item of a source. A condition behind a Select is another one in each plan, and
    /// this part of it the same.</summary>
    public Array? Values(object source, Expression ofItem, Func<Array?> evaluate)
    {
        values ??= [];
        if (!values.TryGetValue((source, ofItem), out var known))
            values.Add((source, ofItem), known = evaluate());
        return known;
    }
}
