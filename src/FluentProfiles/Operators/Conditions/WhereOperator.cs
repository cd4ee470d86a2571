using System.Linq.Expressions;
using FluentProfiles.Evaluation;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Conditions;

internal sealed class WhereOperator<T> : QueryOperator, ICondition<T>
{
    // Both are replaced by an equivalent only, so that threads may do so at once.
    private Expression<Func<T, bool>> predicate;
    private Expression<Func<T, bool>>? safe;

    public WhereOperator(Expression<Func<T, bool>> predicate)
        : this(predicate, predicate.Body) { }

    private WhereOperator(Expression<Func<T, bool>> predicate, Expression body) =>
        (this.predicate, Body) = (predicate, body);

    public override Expression Body { get; }

    public override LambdaExpression Lambda => Predicate;

    /// <summary>True when it is the condition of a terminal, such as <c>CountAsync</c>, rather than of the query.</summary>
    public bool IsOfTerminal { get; init; }

    // Compiled code may call anything, and that may keep what it is given.
    public override bool OnlyLooks => Evaluator.ByNodes(Predicate, Safe) is not null;

    // A lambda allocates several times what its body does, and planning replaces the body more than once.
    private Expression<Func<T, bool>> Predicate =>
        predicate.Body == Body ? predicate : predicate = predicate.Update(Body, predicate.Parameters);

    private Expression<Func<T, bool>> Safe => safe ??= Evaluator.NullSafe(Predicate);

    public override string Identity => "Where";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new WhereOperator<UserProfile>(Expression.Lambda<Func<UserProfile, bool>>(body!, profile!))
        {
            IsOfTerminal = IsOfTerminal,
        };

    public override QueryOperator With(Expression body) =>
        new WhereOperator<T>(predicate, body) { IsOfTerminal = IsOfTerminal };

    public override object Link(object next, List<Countdown> countdowns) =>
        new WhereStage<T>(ToPredicate(), (Stage<T>)next);

    public Func<T, bool> ToPredicate() => Evaluator.Of(Predicate, Safe);

    public override string Describe(bool redact) => $"Where({CSharpText.Of(Predicate, redact)})";
}
