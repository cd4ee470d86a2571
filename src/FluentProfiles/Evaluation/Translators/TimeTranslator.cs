using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Translators;

/// <summary>Members of dates and spans, and the arithmetic among them.</summary>
internal static class TimeTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            MemberExpression { Expression: { } owner } member when owner.Type == typeof(DateTimeOffset) => OfMoment(
                member.Member.Name,
                owner,
                builder
            ),
            MemberExpression { Expression: { } owner } member when owner.Type == typeof(TimeSpan) => OfSpan(
                member.Member.Name,
                owner,
                builder
            ),
            MethodCallExpression { Object: { } owner, Arguments: [var count] } call
                when owner.Type == typeof(DateTimeOffset) && count.Type == typeof(double) => Shifted(
                call.Method.Name,
                owner,
                count,
                builder
            ),
            BinaryExpression { NodeType: ExpressionType.Subtract or ExpressionType.Add } sum => Sum(sum, builder),
            _ => null,
        };

    private static Node? OfMoment(string member, Expression owner, NodeBuilder builder) =>
        member switch
        {
            nameof(DateTimeOffset.Year) => Map(owner, builder, (DateTimeOffset time) => time.Year),
            nameof(DateTimeOffset.Month) => Map(owner, builder, (DateTimeOffset time) => time.Month),
            nameof(DateTimeOffset.Day) => Map(owner, builder, (DateTimeOffset time) => time.Day),
            nameof(DateTimeOffset.Hour) => Map(owner, builder, (DateTimeOffset time) => time.Hour),
            nameof(DateTimeOffset.Minute) => Map(owner, builder, (DateTimeOffset time) => time.Minute),
            nameof(DateTimeOffset.Second) => Map(owner, builder, (DateTimeOffset time) => time.Second),
            nameof(DateTimeOffset.DayOfYear) => Map(owner, builder, (DateTimeOffset time) => time.DayOfYear),
            nameof(DateTimeOffset.TimeOfDay) => Map(owner, builder, (DateTimeOffset time) => time.TimeOfDay),
            nameof(DateTimeOffset.DayOfWeek) => Map(owner, builder, (DateTimeOffset time) => time.DayOfWeek),
            nameof(DateTimeOffset.Date) => Map(owner, builder, (DateTimeOffset time) => time.Date),
            nameof(DateTimeOffset.UtcDateTime) => Map(owner, builder, (DateTimeOffset time) => time.UtcDateTime),
            nameof(DateTimeOffset.UtcTicks) => Map(owner, builder, (DateTimeOffset time) => time.UtcTicks),
            _ => null,
        };

    private static Node? OfSpan(string member, Expression owner, NodeBuilder builder) =>
        member switch
        {
            nameof(TimeSpan.Days) => Map(owner, builder, (TimeSpan span) => span.Days),
            nameof(TimeSpan.TotalDays) => Map(owner, builder, (TimeSpan span) => span.TotalDays),
            nameof(TimeSpan.TotalHours) => Map(owner, builder, (TimeSpan span) => span.TotalHours),
            nameof(TimeSpan.TotalMinutes) => Map(owner, builder, (TimeSpan span) => span.TotalMinutes),
            nameof(TimeSpan.TotalSeconds) => Map(owner, builder, (TimeSpan span) => span.TotalSeconds),
            _ => null,
        };

    private static Node? Shifted(string method, Expression owner, Expression count, NodeBuilder builder) =>
        method switch
        {
            nameof(DateTimeOffset.AddDays) => Call(owner, count, builder, (time, by) => time.AddDays(by)),
            nameof(DateTimeOffset.AddHours) => Call(owner, count, builder, (time, by) => time.AddHours(by)),
            nameof(DateTimeOffset.AddMinutes) => Call(owner, count, builder, (time, by) => time.AddMinutes(by)),
            nameof(DateTimeOffset.AddSeconds) => Call(owner, count, builder, (time, by) => time.AddSeconds(by)),
            _ => null,
        };

    private static Node? Sum(BinaryExpression sum, NodeBuilder builder)
    {
        if (builder.Build<DateTimeOffset>(sum.Left) is not { } time)
            return null;
        var isAdd = sum.NodeType == ExpressionType.Add;
        return builder.Build(sum.Right) switch
        {
            Node<TimeSpan> span when isAdd => new LiftedNode<DateTimeOffset, TimeSpan, DateTimeOffset>(
                time,
                span,
                (at, by) => at + by
            ),
            Node<TimeSpan> span => new LiftedNode<DateTimeOffset, TimeSpan, DateTimeOffset>(
                time,
                span,
                (at, by) => at - by
            ),
            Node<DateTimeOffset> other when !isAdd => new LiftedNode<DateTimeOffset, DateTimeOffset, TimeSpan>(
                time,
                other,
                (at, since) => at - since
            ),
            _ => null,
        };
    }

    private static MapNode<TIn, TOut>? Map<TIn, TOut>(Expression owner, NodeBuilder builder, Func<TIn, TOut> map) =>
        builder.Build<TIn>(owner) is { } node ? new(node, map) : null;

    private static CallNode<DateTimeOffset, double, DateTimeOffset>? Call(
        Expression owner,
        Expression count,
        NodeBuilder builder,
        Func<DateTimeOffset, double, DateTimeOffset> call
    ) =>
        builder.Build<DateTimeOffset>(owner) is { } time && builder.Build<double>(count) is { } by
            ? new(time, by, call)
            : null;
}
