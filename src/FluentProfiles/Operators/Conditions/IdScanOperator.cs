using System.Linq.Expressions;

namespace FluentProfiles.Operators.Conditions;

/// <summary>More ids than are looked up one by one: a scan keeps them, and stops when all are found.</summary>
internal sealed class IdScanOperator(IReadOnlyList<string> ids) : QueryOperator
{
    public IReadOnlyList<string> Ids => ids;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitIdScan(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
