using System.Linq.Expressions;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Windows;

/// <summary>A <c>Skip</c> whose listing was turned round: all but the last items.</summary>
internal sealed class HoldBackOperator<T>(int count) : TurnableOperator(count, isTake: false)
{
    public override bool HoldsBack => true;

    public override string Identity => $"HoldBack({Count})";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new HoldBackOperator<UserProfile>(Count);

    public override QueryOperator Turned() => new SkipOperator<T>(Count);

    public override object Link(object next, List<Countdown> countdowns) => new HoldBackStage<T>(Count, (Stage<T>)next);

    public override string Describe(bool redact) => $"Skip({Count})";
}
