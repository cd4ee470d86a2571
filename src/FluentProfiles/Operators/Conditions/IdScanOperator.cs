using System.Linq.Expressions;
using FluentProfiles.Expressions.Identity;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Conditions;

/// <summary>More ids than are looked up one by one: a scan keeps them, and stops when all are found.</summary>
internal sealed class IdScanOperator(IReadOnlyList<string> ids) : QueryOperator
{
    public override string Identity => ValueIdentity.Of(ids.Order(StringComparer.Ordinal).ToArray());

    public override bool OnlyLooks => true;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) =>
        new IdScanStage([.. ids], (Stage<UserProfile>)next);

    public override string Describe(bool redact) =>
        $"Where(p => {(redact ? "?" : $"[{ids.Count} ids]")}.Contains(p.Id))";
}
