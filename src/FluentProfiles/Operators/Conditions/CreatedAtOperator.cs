using System.Linq.Expressions;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Sources;

namespace FluentProfiles.Operators.Conditions;

/// <summary>Bounds on the time of creation, which end the scan where the order proves that nothing more can match.</summary>
internal sealed class CreatedAtOperator(CreatedAtRange range, ServiceOrder order) : QueryOperator
{
    /// <summary>True when profiles come in the order of their creation, or its reverse.</summary>
    public bool IsSorted => order.SortedBy.Field == FluentProfiles.Model.Schema.ProfileSchema.CreatedAt;

    public CreatedAtRange Range => range;

    public ServiceOrder Order => order;

    /// <summary>True when a profile beyond the range proves that none of the later ones is in it.</summary>
    public bool EndsScan => IsSorted && (order.Descending ? range.HasFrom : range.HasTo);

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitCreatedAt(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
