using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Operators;
using FluentProfiles.Running.Stages;
using FluentProfiles.Writing.Bulk.Setters;

namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>The last step of a bulk write's query: makes of each profile what has to be done about it. It is a Select whose
/// expression names what it reads, so that the planner treats it as one: nothing else is read, and what does not depend on the
/// profile is evaluated once.</summary>
internal sealed class WriteOperator : SelectOperator
{
    private static readonly Expression<Func<UserProfile, string>> Id = p => p.Id;

    private readonly IReadOnlyList<Setter> setters;
    private readonly WriteKind kind;
    private readonly LambdaExpression lambda;

    public WriteOperator(IReadOnlyList<Setter> setters, WriteKind kind)
        : this(setters, kind, Parts(setters)) { }

    private WriteOperator(IReadOnlyList<Setter> setters, WriteKind kind, LambdaExpression lambda) =>
        (this.setters, this.kind, this.lambda) = (setters, kind, lambda);

    /// <summary>A block of what is read: the id, then what is there and what is to be there, for each setter.</summary>
    public override LambdaExpression Lambda => lambda;

    /// <summary>What is sent; nothing for a delete.</summary>
    public IReadOnlyList<WriteTarget> Sets =>
        kind == WriteKind.Delete ? [] : [.. setters.Select(setter => setter.Target)];

    public override string Identity =>
        kind == WriteKind.Delete
            ? "ExecuteDelete"
            : $"ExecuteUpdate({string.Join(',', setters.Select(setter => setter.Target.Member))})";

    // The query before it has no Select but one that changes nothing.
    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new WriteOperator(setters, kind, Expression.Lambda<Action<UserProfile>>(body!, profile!));

    public override QueryOperator With(Expression body) => OverProfile(body, lambda.Parameters[0]);

    public override object Link(object next, List<Countdown> countdowns) =>
        new SelectStage<UserProfile, PlannedWrite>(ToMaker().Make, (Stage<PlannedWrite>)next);

    /// <summary>Returns what makes of each profile what has to be done about it.</summary>
    public WriteMaker ToMaker()
    {
        List<BoundSetter> bound = [];
        for (var i = 0; i < setters.Count; i++)
            bound.Add(setters[i].Bind(Part(1 + 2 * i), Part(2 + 2 * i), lambda.Parameters[0]));
        return new(bound, kind);
    }

    public override string Describe(bool redact) =>
        kind == WriteKind.Delete
            ? "ExecuteDelete()"
            : $"ExecuteUpdate({string.Join(", ", setters.Select(setter => Describe(setter, redact)))})";

    // Without setters nothing but the id is left of the block.
    private Expression Part(int position) => ((BlockExpression)lambda.Body).Expressions[position];

    private static string Describe(Setter setter, bool redact) =>
        $"{setter.Target.Member} = {CSharpText.Of(setter.Wanted, redact)}";

    private static LambdaExpression Parts(IReadOnlyList<Setter> setters)
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
