using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Evaluation.Translators;

/// <summary>Constants, defaults, parameters, parts that failed, and conversions that change nothing.</summary>
internal static class LeafTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            ConstantExpression constant => ValueKinds.Of(constant.Type)?.Constant(constant.Value),
            DefaultExpression nothing => Lifting.TakesNull(nothing.Type)
                ? ValueKinds.Of(nothing.Type)?.Constant(null)
                : ValueKinds.Of(nothing.Type)?.Default(),
            ClosedFailure failure => ValueKinds.Of(failure.Type)?.Failure(failure),
            ParameterExpression parameter => builder.SlotOf(parameter),
            MethodCallExpression { Arguments: [_] } call => ValueKinds.Of(call.Type)?.EmptyAsNull(call, builder),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion => Conversion(
                conversion,
                builder
            ),
            _ => null,
        };

    // To and from the nullable form of a type nothing changes: every node may be null.
    private static Node? Conversion(UnaryExpression conversion, NodeBuilder builder)
    {
        var (from, to) = (Lifting.Bare(conversion.Operand.Type), Lifting.Bare(conversion.Type));
        if (from == to)
            return builder.Build(conversion.Operand);
        if (to == typeof(object))
            return ValueKinds.Of(from) is { } kind && builder.Build(conversion.Operand) is { } node
                ? kind.Box(node)
                : null;
        // As an interface or a base class it is the same object.
        if (!to.IsValueType && !from.IsValueType && to.IsAssignableFrom(from))
            return ValueKinds.AsTyped(builder.Build(conversion.Operand), to);
        if (from == typeof(DayOfWeek) && to == typeof(int))
            return Converted(conversion, builder, (DayOfWeek known) => (int)known);
        if (from != typeof(int))
            return null;
        if (to == typeof(long))
            return Converted(conversion, builder, (int known) => (long)known);
        return to == typeof(double) ? Converted(conversion, builder, (int known) => (double)known) : null;
    }

    // C# compares the members of an enumeration as numbers.
    private static MapNode<TFrom, TTo>? Converted<TFrom, TTo>(
        UnaryExpression conversion,
        NodeBuilder builder,
        Func<TFrom, TTo> convert
    ) => builder.Build<TFrom>(conversion.Operand) is { } value ? new(value, convert) : null;
}
