using System.Linq.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Operators.Conditions;

/// <summary>Bounds on a time. They end the scan as soon as the order of the listing proves that no later profile can match.</summary>
/// <param name="time">The time.</param>
/// <param name="interval">The bounds.</param>
/// <param name="order">The order of the listing.</param>
internal sealed class TimeIntervalOperator(SortKey time, TimeInterval interval, ServiceOrder order) : QueryOperator
{
    public SortKey Time => time;

    public TimeInterval Interval => interval;

    /// <summary>The direction of a listing that is sorted by the time; null for another order.</summary>
    public bool? Descending => order.SortedBy == time ? order.Descending : null;

    /// <summary>True when a profile beyond the interval proves that no later profile is in it.</summary>
    public bool EndsScan => Descending is { } descending && (descending ? interval.HasFrom : interval.HasTo);

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitTimeInterval(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
