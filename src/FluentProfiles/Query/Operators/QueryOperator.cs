using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;

namespace FluentProfiles.Query.Operators;

/// <summary>One operator of a query as written: plain data, and the stage that does its work where the client must.</summary>
internal abstract class QueryOperator
{
    /// <summary>The operator's expression, or null where it has none.</summary>
    public virtual LambdaExpression? Lambda => null;

    /// <summary>The same operator over the profile itself, with another expression in place of its own.</summary>
    public abstract QueryOperator OverProfile(LambdaExpression? lambda);

    /// <summary>The same operator with a rewritten expression.</summary>
    public virtual QueryOperator With(LambdaExpression lambda) => this;

    /// <summary>The stage that does this operator's work.</summary>
    /// <param name="next">The <see cref="Stage{T}"/> that takes what this one gives.</param>
    /// <param name="countdowns">Takes the counters of the run, the last stage's first.</param>
    public abstract object Link(object next, List<Countdown> countdowns);

    /// <summary>Whether items wait in it, so that none is given while more may come.</summary>
    public virtual bool HoldsBack => false;

    /// <summary>The operator as C#, for <c>Explain</c>.</summary>
    public abstract string Describe(bool redact);
}
