using System.Linq.Expressions;

namespace FluentProfiles.Operators;

/// <summary>The last step of a bulk write's query: turns each profile into the write that it needs. It is a Select whose expression
/// names what it reads. The planner therefore treats it as one: nothing else is read, and what does not depend on the profile is
/// evaluated once.</summary>
/// <param name="setters">The members to set; for a delete, those that a preview shows.</param>
/// <param name="deletes">True to delete the profiles.</param>
/// <param name="lambda">What is read of a profile.</param>
internal sealed class WriteOperator(IReadOnlyList<WriteSetter> setters, bool deletes, LambdaExpression lambda)
    : SelectOperator
{
    public IReadOnlyList<WriteSetter> Setters => setters;

    public bool Deletes => deletes;

    public override LambdaExpression Lambda => lambda;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitWrite(this);

    // The only Select before it is one that returns the profile itself.
    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new WriteOperator(setters, deletes, Expression.Lambda<Action<UserProfile>>(body!, profile!));

    public override QueryOperator With(Expression body) => OverProfile(body, lambda.Parameters[0]);
}
