using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>Makes two lambdas speak of one parameter.</summary>
internal sealed class ParameterSwap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}
