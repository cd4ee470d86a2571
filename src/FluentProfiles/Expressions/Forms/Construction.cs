using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Tells which expressions construct an object. Such an object is made for each item, even where nothing of the item
/// goes into it: two rows must not share a list.</summary>
internal static class Construction
{
    private static readonly HashSet<string> Reading =
    [
        nameof(List<>.Contains),
        nameof(List<>.IndexOf),
        nameof(List<>.LastIndexOf),
        nameof(Dictionary<,>.ContainsKey),
        nameof(Dictionary<,>.ContainsValue),
        nameof(CollectionExtensions.GetValueOrDefault),
        "get_Item",
    ];

    /// <summary>True when the value is, or holds, an object that the expression itself constructs. What a method
    /// gives is a value like any other.</summary>
    public static bool IsIn(Expression node) =>
        !IsPlainValue(node.Type)
        && node switch
        {
            NewExpression created => !created.Type.IsValueType || created.Arguments.Any(IsIn),
            NewArrayExpression or ListInitExpression or MemberInitExpression => true,
            ConditionalExpression choice => IsIn(choice.IfTrue) || IsIn(choice.IfFalse),
            BinaryExpression { NodeType: ExpressionType.Coalesce } either => IsIn(either.Left) || IsIn(either.Right),
            BinaryExpression { NodeType: ExpressionType.ArrayIndex } element => IsIn(element.Left),
            IndexExpression { Object: { } owner } => IsIn(owner),
            MemberExpression { Expression: { } owner } => IsIn(owner),
            MethodCallExpression { Object: { } owner, Method.IsSpecialName: true } => IsIn(owner),
            InvocationExpression invoked => IsIn(invoked.Expression) || invoked.Arguments.Any(IsIn),
            LambdaExpression code => IsIn(code.Body),
            UnaryExpression conversion => IsIn(conversion.Operand),
            _ => Statements(node).Any(IsIn),
        };

    /// <summary>The collection of .NET's that is constructed for a call that only reads it and gives no part of it away: one
    /// will do for all items. Null for any other call.</summary>
    public static Expression? OnlyReadBy(MethodCallExpression call)
    {
        var collection = SpanCall.WithoutSpan(call.Object ?? call.Arguments.FirstOrDefault() ?? call);
        var isReading =
            call.Method.DeclaringType == typeof(Enumerable)
            || call.Method.DeclaringType == typeof(MemoryExtensions)
            || Reading.Contains(call.Method.Name);
        return isReading && IsOfNet(collection.Type) && IsPlainValue(call.Type) ? collection : null;
    }

    /// <summary>The parts of a statement of a tree made by hand that may be its value, by way of a variable, too.</summary>
    private static IEnumerable<Expression> Statements(Expression node) =>
        node switch
        {
            BinaryExpression { NodeType: ExpressionType.Assign } assignment => [assignment.Right],
            BlockExpression block => block.Expressions,
            SwitchExpression choice =>
            [
                .. choice.Cases.Select(one => one.Body),
                choice.DefaultBody ?? choice.SwitchValue,
            ],
            TryExpression attempt => [attempt.Body, .. attempt.Handlers.Select(handler => handler.Body)],
            LoopExpression loop => [loop.Body],
            GotoExpression { Value: { } value } => [value],
            LabelExpression { DefaultValue: { } value } => [value],
            _ => [],
        };

    // A struct of any other kind may hold an object.
    private static bool IsPlainValue(Type type) =>
        type == typeof(string)
        || type.IsEnum
        || ValueForms.Of(type) is not null
        || (type.IsValueType && !type.IsGenericType && type.Assembly == typeof(int).Assembly)
        || (Nullable.GetUnderlyingType(type) is { } value && IsPlainValue(value));

    private static bool IsOfNet(Type type) =>
        type.IsArray || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
