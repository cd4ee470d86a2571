using System.Linq.Expressions;

namespace FluentProfiles.Operators.Orders;

/// <summary><c>OrderBy()</c> without a key: by the time of creation.</summary>
internal sealed class DefaultOrderOperator(bool descending) : OrderOperator(descending)
{
    private static readonly Expression<Func<UserProfile, DateTimeOffset>> CreatedAt = profile => profile.CreatedAt;

    public override string Identity => Name;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new KeyOrderOperator<UserProfile, DateTimeOffset>(CreatedAt, Descending);

    public override object Link(object next, List<FluentProfiles.Running.Stages.Countdown> countdowns) =>
        throw new InvalidOperationException("The planner puts the key in before anything is linked.");

    public override string Describe(bool redact) => $"{Name}()";
}
