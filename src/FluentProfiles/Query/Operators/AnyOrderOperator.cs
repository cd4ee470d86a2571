using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;

namespace FluentProfiles.Query.Operators;

/// <summary>Says that whoever asked takes no notice of the order, as a count does.</summary>
internal sealed class AnyOrderOperator : QueryOperator
{
    public static AnyOrderOperator Instance { get; } = new();

    public override bool OnlyLooks => true;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) => next;

    public override string Describe(bool redact) => "";
}
