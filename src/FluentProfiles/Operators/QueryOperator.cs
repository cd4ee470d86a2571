using System.Linq.Expressions;

namespace FluentProfiles.Operators;

/// <summary>One operator of a query as written: expressions and numbers. What is made of it, such as a stage or a text, is made by
/// an <see cref="IOperatorVisitor{TResult}"/>.</summary>
internal abstract class QueryOperator
{
    /// <summary>The operator's expression, or null where it has none.</summary>
    public virtual LambdaExpression? Lambda => null;

    /// <summary>The body of <see cref="Lambda"/>.</summary>
    public virtual Expression? Body => Lambda?.Body;

    /// <summary>True when items wait in it, so that none is returned while more may come.</summary>
    public virtual bool IsBlocking => false;

    public abstract TResult Accept<TResult>(IOperatorVisitor<TResult> visitor);

    /// <summary>Returns the same operator over the profile itself.</summary>
    /// <param name="body">Its expression in terms of the profile; null where it has none.</param>
    /// <param name="profile">The profile in it.</param>
    public abstract QueryOperator OverProfile(Expression? body, ParameterExpression? profile);

    /// <summary>Returns the same operator with a rewritten expression of the same parameter.</summary>
    public virtual QueryOperator With(Expression body) => this;
}
