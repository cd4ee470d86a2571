using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Operators;

/// <summary>The last step of a bulk write's query: makes of each profile what has to be done about it. It is a Select whose
/// expression names what it reads, so that the planner treats it as one: nothing else is read, and what does not depend on the
/// profile is evaluated once.</summary>
internal sealed class WriteOperator : SelectOperator
{
    private static readonly Expression<Func<UserProfile, string>> Id = p => p.Id;

    private readonly LambdaExpression lambda;

    /// <param name="setters">What is set; for a delete, what a preview shows.</param>
    /// <param name="deletes">True to delete the profiles.</param>
    public WriteOperator(IReadOnlyList<WriteSetter> setters, bool deletes)
        : this(setters, deletes, Parts(setters)) { }

    private WriteOperator(IReadOnlyList<WriteSetter> setters, bool deletes, LambdaExpression lambda) =>
        (Setters, Deletes, this.lambda) = (setters, deletes, lambda);

    public IReadOnlyList<WriteSetter> Setters { get; }

    public bool Deletes { get; }

    /// <summary>A block of what is read: the id, then the current and the wanted value of each setter.</summary>
    public override LambdaExpression Lambda => lambda;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitWrite(this);

    // The query before it has no Select but one that changes nothing.
    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new WriteOperator(Setters, Deletes, Expression.Lambda<Action<UserProfile>>(body!, profile!));

    public override QueryOperator With(Expression body) => OverProfile(body, lambda.Parameters[0]);

    /// <summary>The current value of a setter, with its closed parts evaluated once the query is planned.</summary>
    public Expression CurrentOf(int setter) => Part(1 + (2 * setter));

    /// <summary>The wanted value of a setter, with its closed parts evaluated once the query is planned.</summary>
    public Expression WantedOf(int setter) => Part(2 + (2 * setter));

    // Without setters nothing but the id is left of the block.
    private Expression Part(int position) => ((BlockExpression)lambda.Body).Expressions[position];

    private static LambdaExpression Parts(IReadOnlyList<WriteSetter> setters)
    {
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        List<Expression> parts = [Over(profile, Id)];
        foreach (var setter in setters)
        {
            parts.Add(Over(profile, setter.Current));
            parts.Add(Over(profile, setter.Wanted));
        }
        return Expression.Lambda<Action<UserProfile>>(Expression.Block(parts), profile);
    }

    private static Expression Over(ParameterExpression profile, LambdaExpression lambda) =>
        new ParameterReplacer(lambda.Parameters[0], profile).Visit(lambda.Body);
}
