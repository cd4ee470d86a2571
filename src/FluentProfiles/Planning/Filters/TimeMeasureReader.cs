using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Planning.Filters;

/// <summary>Reads what C# computes from a sortable time of the profile: other views of it, its distance from another time, and sums.</summary>
internal static class TimeMeasureReader
{
    // In the middle of what a DateTimeOffset holds, so that a shift either way is found without leaving it.
    private static readonly DateTimeOffset Middle = new(5000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The measure of an expression; null for an expression that does not depend on a time in this way.</summary>
    public static TimeMeasure? Read(Expression node) =>
        ReadForm(node) is { } measure && measure.Fits(Lifting.Bare(node.Type)) ? measure : null;

    private static TimeMeasure? ReadForm(Expression node) =>
        ComparisonForm.Bare(node) switch
        {
            var bare when ProfileMember.FieldOf(bare)?.SortKey is { IsTime: true } time => new(time, Int128.Zero),
            MemberExpression { Expression: { } owner } member when Whole(owner) is { } whole => OfMember(
                whole,
                owner.Type,
                member.Member.Name
            ),
            BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Subtract } sum
                when !OperatorMethod.IsForeign(sum) => Sum(
                sum.Left,
                sum.Right,
                sum.NodeType == ExpressionType.Subtract
            ),
            MethodCallExpression call => OfCall(call),
            _ => null,
        };

    /// <summary>A measure of which nothing has been left out.</summary>
    private static TimeMeasure? Whole(Expression node) => Read(node) is { Part: null } whole ? whole : null;

    private static TimeMeasure? OfMember(TimeMeasure whole, Type owner, string member)
    {
        if (owner == typeof(DateTimeOffset))
            return member switch
            {
                nameof(DateTimeOffset.UtcDateTime) or nameof(DateTimeOffset.UtcTicks) => whole,
                nameof(DateTimeOffset.DateTime)
                or nameof(DateTimeOffset.LocalDateTime)
                or nameof(DateTimeOffset.Ticks) => whole with
                {
                    IsExact = false,
                },
                _ => OfClock(whole with { IsExact = false }, member),
            };
        return owner == typeof(DateTime) ? OfClock(whole, member)
            : owner == typeof(TimeSpan) ? OfSpan(whole, member)
            : null;
    }

    private static TimeMeasure? OfClock(TimeMeasure whole, string member) =>
        member switch
        {
            nameof(DateTime.Ticks) => whole,
            nameof(DateTime.Date) => whole with { Part = ticks => Clock(ticks).Date },
            nameof(DateTime.Year) => whole with { Part = ticks => Clock(ticks).Year },
            _ => null,
        };

    private static TimeMeasure? OfSpan(TimeMeasure whole, string member) =>
        member switch
        {
            nameof(TimeSpan.Ticks) => whole,
            nameof(TimeSpan.Days) => whole with { Part = ticks => new TimeSpan(ticks).Days },
            nameof(TimeSpan.TotalDays) => whole with { Part = ticks => new TimeSpan(ticks).TotalDays },
            nameof(TimeSpan.TotalHours) => whole with { Part = ticks => new TimeSpan(ticks).TotalHours },
            nameof(TimeSpan.TotalMinutes) => whole with { Part = ticks => new TimeSpan(ticks).TotalMinutes },
            nameof(TimeSpan.TotalSeconds) => whole with { Part = ticks => new TimeSpan(ticks).TotalSeconds },
            nameof(TimeSpan.TotalMilliseconds) => whole with { Part = ticks => new TimeSpan(ticks).TotalMilliseconds },
            _ => null,
        };

    private static TimeMeasure? OfCall(MethodCallExpression call)
    {
        if (!IsOfTimes(call.Method.DeclaringType!))
            return null;
        var owner = call.Object is { } receiver ? Whole(receiver) : null;
        return (call.Method.Name, call.Arguments) switch
        {
            (nameof(DateTimeOffset.ToUniversalTime) or nameof(DateTimeOffset.ToLocalTime), [])
                when call.Method.DeclaringType == typeof(DateTimeOffset) => owner,
            (nameof(DateTimeOffset.ToUnixTimeSeconds), []) when owner is not null => owner with
            {
                Part = ticks => Moment(ticks).ToUnixTimeSeconds(),
            },
            (nameof(DateTimeOffset.ToUnixTimeMilliseconds), []) when owner is not null => owner with
            {
                Part = ticks => Moment(ticks).ToUnixTimeMilliseconds(),
            },
            (nameof(DateOnly.FromDateTime), [var time])
                when call.Method.DeclaringType == typeof(DateOnly) && Whole(time) is { } clock => clock with
            {
                Part = ticks => DateOnly.FromDateTime(Clock(ticks)),
            },
            (nameof(DateTimeOffset.Subtract), [var other]) when call.Object is not null => Sum(
                call.Object,
                other,
                true
            ),
            (nameof(DateTimeOffset.Add), [var other]) when call.Object is not null => Sum(call.Object, other, false),
            (_, [ConstantExpression { Value: { } by }]) when owner is not null => Moved(owner, call.Method, by),
            _ => null,
        };
    }

    private static TimeMeasure? Sum(Expression left, Expression right, bool isDifference)
    {
        if (Whole(left) is { } measure && Known(right) is { } ticks)
            return measure with { Shift = measure.Shift + (isDifference ? -(Int128)ticks : ticks) };
        if (Known(left) is not { } first || Whole(right) is not { } second)
            return null;
        return isDifference ? second.SubtractedFrom(first) : second with { Shift = second.Shift + first };
    }

    /// <summary><c>AddDays</c> and the like, which add the same to every time.</summary>
    private static TimeMeasure? Moved(TimeMeasure owner, MethodInfo method, object by)
    {
        object? from =
            method.DeclaringType == typeof(DateTimeOffset) ? Middle
            : method.DeclaringType == typeof(DateTime) ? Middle.UtcDateTime
            : null;
        if (from is null || !IsUniform(method.Name))
            return null;
        try
        {
            var moved = method.Invoke(from, BindingFlags.DoNotWrapExceptions, null, [by], null);
            return owner with { Shift = owner.Shift + TimeMeasure.TicksOf(moved)!.Value - Middle.UtcTicks };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static bool IsOfTimes(Type type) =>
        type == typeof(DateTimeOffset)
        || type == typeof(DateTime)
        || type == typeof(TimeSpan)
        || type == typeof(DateOnly);

    // Months and years have no fixed length.
    private static bool IsUniform(string method) =>
        method
            is nameof(DateTime.AddDays)
                or nameof(DateTime.AddHours)
                or nameof(DateTime.AddMinutes)
                or nameof(DateTime.AddSeconds)
                or nameof(DateTime.AddMilliseconds)
                or nameof(DateTime.AddMicroseconds)
                or nameof(DateTime.AddTicks);

    private static long? Known(Expression node) =>
        ComparisonForm.Bare(node) is ConstantExpression { Value: { } value } and not { Type.IsPrimitive: true }
            ? TimeMeasure.TicksOf(value)
            : null;

    private static DateTime Clock(long ticks) =>
        new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private static DateTimeOffset Moment(long ticks) => new(Clock(ticks));
}
