using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;

namespace FluentProfiles.Query.Operators;

/// <summary>More ids than are looked up one by one: a scan keeps them, and stops when all are found.</summary>
internal sealed class IdScanOperator(IReadOnlyList<string> ids) : QueryOperator
{
    public override string Identity => string.Join(',', ids);

    public override bool OnlyLooks => true;

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) =>
        new IdScanStage([.. ids], (Stage<UserProfile>)next);

    public override string Describe(bool redact) =>
        $"Where(p => {(redact ? "?" : $"[{ids.Count} ids]")}.Contains(p.Id))";
}
