using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>A random predicate: as the expression that a query gets, as the C# that a failure prints, and as the parts to which
/// it shrinks.</summary>
internal sealed record Condition<T>(
    string Body,
    Expression<Func<T, bool>> Lambda,
    Join Join,
    IReadOnlyList<Condition<T>> Parts,
    Subject Subject = Subject.Other,
    object? Value = null
)
{
    public string Text => "p => " + Body;

    /// <summary>What its atoms speak of, in the order in which they are written.</summary>
    public IEnumerable<Mention> Mentions => MentionsAs(isConjunct: true);

    public static Condition<T> And(Condition<T> left, Condition<T> right) =>
        Of(Join.And, $"({left.Body} && {right.Body})", Expression.AndAlso, left, right);

    public static Condition<T> Or(Condition<T> left, Condition<T> right) =>
        Of(Join.Or, $"({left.Body} || {right.Body})", Expression.OrElse, left, right);

    public static Condition<T> Not(Condition<T> part) =>
        new(
            $"!({part.Body})",
            part.Lambda.Update(Expression.Not(part.Lambda.Body), part.Lambda.Parameters),
            Join.Not,
            [part]
        );

    public static Condition<T> Choice(Condition<T> test, Condition<T> yes, Condition<T> no) =>
        new(
            $"({test.Body} ? {yes.Body} : {no.Body})",
            test.Lambda.Update(
                Expression.Condition(test.Lambda.Body, BodyOver(test, yes), BodyOver(test, no)),
                test.Lambda.Parameters
            ),
            Join.Choice,
            [test, yes, no]
        );

    /// <summary>Its parts, and the same with one part made smaller.</summary>
    public IEnumerable<Condition<T>> Smaller() =>
        Parts.Concat(
            Join switch
            {
                Join.And => Parts[0]
                    .Smaller()
                    .Select(left => And(left, Parts[1]))
                    .Concat(Parts[1].Smaller().Select(right => And(Parts[0], right))),
                Join.Or => Parts[0]
                    .Smaller()
                    .Select(left => Or(left, Parts[1]))
                    .Concat(Parts[1].Smaller().Select(right => Or(Parts[0], right))),
                Join.Not => Parts[0].Smaller().Select(Not),
                _ => [],
            }
        );

    private IEnumerable<Mention> MentionsAs(bool isConjunct) =>
        Join == Join.Atom
            ? [new(Subject, Value, isConjunct)]
            : Parts.SelectMany(part => part.MentionsAs(isConjunct && Join == Join.And));

    private static Condition<T> Of(
        Join join,
        string body,
        Func<Expression, Expression, Expression> make,
        Condition<T> left,
        Condition<T> right
    ) =>
        new(
            body,
            left.Lambda.Update(make(left.Lambda.Body, BodyOver(left, right)), left.Lambda.Parameters),
            join,
            [left, right]
        );

    private static Expression BodyOver(Condition<T> owner, Condition<T> part) =>
        new ParameterSwap(part.Lambda.Parameters[0], owner.Lambda.Parameters[0]).Visit(part.Lambda.Body);
}
