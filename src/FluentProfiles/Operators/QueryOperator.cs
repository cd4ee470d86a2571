using System.Linq.Expressions;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators;

/// <summary>One operator of a query as written: plain data, and the stage that does its work where the client must.</summary>
internal abstract class QueryOperator
{
    /// <summary>The operator's expression, or null where it has none.</summary>
    public virtual LambdaExpression? Lambda => null;

    /// <summary>The body of <see cref="Lambda"/>.</summary>
    public virtual Expression? Body => Lambda?.Body;

    /// <summary>The same operator over the profile itself.</summary>
    /// <param name="body">What its expression says of the profile; null where it has none.</param>
    /// <param name="profile">The profile in it.</param>
    public abstract QueryOperator OverProfile(Expression? body, ParameterExpression? profile);

    /// <summary>The same operator with a rewritten expression of the same parameter.</summary>
    public virtual QueryOperator With(Expression body) => this;

    /// <summary>The stage that does this operator's work.</summary>
    /// <param name="next">The <see cref="Stage{T}"/> that takes what this one gives.</param>
    /// <param name="countdowns">Takes the counters of the run, the last stage's first.</param>
    public abstract object Link(object next, List<Countdown> countdowns);

    /// <summary>Whether items wait in it, so that none is given while more may come.</summary>
    public virtual bool HoldsBack => false;

    /// <summary>Whether its stage only looks at an item and keeps nothing of it, so that the item may be read into again once
    /// it has passed or failed.</summary>
    public virtual bool OnlyLooks => false;

    /// <summary>False where the operator compares keys that have no order.</summary>
    public virtual bool ComparesKeys => true;

    /// <summary>Identifies the operator in a resume token, its expression apart. Tokens outlive a version of the library, so no
    /// name of a class and no text of <see cref="Describe"/> may be part of it.</summary>
    public abstract string Identity { get; }

    /// <summary>The operator as C#, for <c>Explain</c>.</summary>
    public abstract string Describe(bool redact);
}
