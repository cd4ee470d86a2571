using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Planning.Filters;

/// <summary>A comparison of two values, however it is written: by an operator, by <c>Equals</c>, or by the sign that
/// <c>CompareTo</c> returns.</summary>
/// <param name="Operator"><see cref="ExpressionType.Equal"/> or another comparison.</param>
/// <param name="Left">What is on the left of the operator.</param>
/// <param name="Right">What is on its right.</param>
internal readonly record struct ComparisonForm(ExpressionType Operator, Expression Left, Expression Right)
{
    /// <summary>What a null on either side means.</summary>
    public NullSense Null { get; private init; }

    /// <summary>The comparison, or null for another expression.</summary>
    public static ComparisonForm? Read(Expression node) =>
        node switch
        {
            BinaryExpression { IsLiftedToNull: true } lifted when DiffersForNull(lifted) => null,
            _ when WithNumber(node) is var (call, comparison, value) => OfSign(call, comparison, value),
            BinaryExpression binary when Swapped(binary.NodeType) != ExpressionType.Default && IsOwn(binary) => new(
                binary.NodeType,
                binary.Left,
                binary.Right
            ),
            MethodCallExpression { Method.Name: nameof(Equals) } call => OfEquals(call),
            _ => null,
        };

    /// <summary>True for a comparison, as Visual Basic writes it, that is null for every item because one side is known to be
    /// null.</summary>
    public static bool IsNull(BinaryExpression node) =>
        node.IsLiftedToNull
        && Swapped(node.NodeType) != ExpressionType.Default
        && (IsNothing(node.Left) || IsNothing(node.Right));

    /// <summary>What a call returns compared with a number, whichever side that is on; null for another expression.</summary>
    public static (MethodCallExpression Call, ExpressionType Comparison, int Number)? WithNumber(Expression node) =>
        node switch
        {
            BinaryExpression binary when Swapped(binary.NodeType) == ExpressionType.Default || !IsOwn(binary) => null,
            BinaryExpression { Left: MethodCallExpression call, Right: ConstantExpression { Value: int right } } => (
                call,
                node.NodeType,
                right
            ),
            BinaryExpression { Right: MethodCallExpression call, Left: ConstantExpression { Value: int left } } => (
                call,
                Swapped(node.NodeType),
                left
            ),
            _ => null,
        };

    /// <summary>The same with its sides exchanged.</summary>
    public ComparisonForm Swapped() => this with { Operator = Swapped(Operator), Left = Right, Right = Left };

    /// <summary>The comparison that holds where this one does not, for values that are not null.</summary>
    public ComparisonForm Negated() =>
        this with
        {
            Operator = Operator switch
            {
                ExpressionType.Equal => ExpressionType.NotEqual,
                ExpressionType.NotEqual => ExpressionType.Equal,
                ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
                ExpressionType.LessThanOrEqual => ExpressionType.GreaterThan,
                ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
                _ => ExpressionType.LessThan,
            },
        };

    /// <summary>A value without the conversions that leave it as it is.</summary>
    public static Expression Bare(Expression node) =>
        node switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var value }
                when Lifting.Bare(value.Type) == Lifting.Bare(node.Type) => Bare(value),
            MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: { } value }
                when Lifting.Bare(value.Type) == node.Type => Bare(value),
            _ => node,
        };

    private static ComparisonForm? OfEquals(MethodCallExpression call) =>
        (call.Object, call.Arguments) switch
        {
            _ when call.Arguments.Any(IsDefaulted) => null,
            ({ } left, [var right]) => new(ExpressionType.Equal, Unboxed(left), Unboxed(right))
            {
                Null = left.Type.IsValueType ? NullSense.Value : NullSense.Skipped,
            },
            ({ } left, [var right, var how]) when IsOfTexts(call) && IsOrdinal(how) => new(
                ExpressionType.Equal,
                left,
                right
            )
            {
                Null = NullSense.Skipped,
            },
            (ConstantExpression { Value: { } comparer }, [var left, var right]) when IsPlain(comparer) => new(
                ExpressionType.Equal,
                Unboxed(left),
                Unboxed(right)
            ),
            (null, [var left, var right, var how]) when IsOfTexts(call) && IsOrdinal(how) => new(
                ExpressionType.Equal,
                left,
                right
            ),
            (null, [var left, var right])
                when call.Method.DeclaringType is var type
                    && (type == typeof(object) || type == typeof(string) || (IsTime(type!) && type == left.Type)) =>
                new(ExpressionType.Equal, Unboxed(left), Unboxed(right)),
            _ => null,
        };

    private static ComparisonForm? OfSign(MethodCallExpression call, ExpressionType comparison, int value)
    {
        if (OrdinalSign(call) is { } texts)
            return value == 0 && comparison is (ExpressionType.Equal or ExpressionType.NotEqual)
                ? texts with
                {
                    Operator = comparison,
                }
                : null;
        Expression? left = call.Object ?? (call.Arguments.Count == 2 ? call.Arguments[0] : null);
        if (
            left is null
            || call.Method.Name != (call.Object is null ? nameof(DateTime.Compare) : nameof(IComparable.CompareTo))
            || !IsTime(left.Type)
            || call.Method.DeclaringType != left.Type
            // As an argument, null is the default of a time, and as an object it sorts before every time.
            || call.Arguments.Any(argument => NullSafeRewriter.MayBeNull(Unboxed(argument)))
            || OfSigns(comparison, value) is not { } known
            // The sign of a time that is skipped is null, and null differs from every number.
            || (comparison == ExpressionType.NotEqual && known != comparison && NullSafeRewriter.MayBeNull(left))
        )
            return null;
        return new(known, Unboxed(left), Unboxed(call.Arguments[^1]));
    }

    // The sign of two texts is ordinal only where the call says so.
    private static ComparisonForm? OrdinalSign(MethodCallExpression call) =>
        (call.Method.DeclaringType, call.Method.Name, call.Arguments) switch
        {
            ({ } type, nameof(string.Compare), [var left, var right, var how])
                when type == typeof(string) && IsOrdinal(how) => new(ExpressionType.Equal, left, right),
            ({ } type, nameof(string.CompareOrdinal), [var left, var right]) when type == typeof(string) => new(
                ExpressionType.Equal,
                left,
                right
            ),
            // Visual Basic's = of texts, for which null is "".
            (
                { FullName: "Microsoft.VisualBasic.CompilerServices.Operators" },
                "CompareString",
                [var left, var right, ConstantExpression { Value: false }]
            ) => new(ExpressionType.Equal, NullAsEmpty(left), NullAsEmpty(right)) { Null = NullSense.Empty },
            _ => null,
        };

    /// <summary>The comparison of two values that their sign's comparison with a number comes to.</summary>
    private static ExpressionType? OfSigns(ExpressionType comparison, int value) =>
        (Holds(-1, comparison, value), Holds(0, comparison, value), Holds(1, comparison, value)) switch
        {
            (true, false, false) => ExpressionType.LessThan,
            (true, true, false) => ExpressionType.LessThanOrEqual,
            (false, true, false) => ExpressionType.Equal,
            (false, true, true) => ExpressionType.GreaterThanOrEqual,
            (false, false, true) => ExpressionType.GreaterThan,
            (true, false, true) => ExpressionType.NotEqual,
            _ => null,
        };

    /// <summary>Returns true when a number passes a comparison with another.</summary>
    public static bool Holds(int number, ExpressionType comparison, int value) =>
        comparison switch
        {
            ExpressionType.Equal => number == value,
            ExpressionType.NotEqual => number != value,
            ExpressionType.LessThan => number < value,
            ExpressionType.LessThanOrEqual => number <= value,
            ExpressionType.GreaterThan => number > value,
            _ => number >= value,
        };

    private static ExpressionType Swapped(ExpressionType comparison) =>
        comparison switch
        {
            ExpressionType.Equal or ExpressionType.NotEqual => comparison,
            ExpressionType.LessThan => ExpressionType.GreaterThan,
            ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
            ExpressionType.GreaterThan => ExpressionType.LessThan,
            ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
            _ => ExpressionType.Default,
        };

    // What is lifted to null is null where C#'s comparison finds two nulls equal, or a null and a value unequal.
    private static bool DiffersForNull(BinaryExpression lifted) =>
        IsNull(lifted)
        || (lifted.NodeType == ExpressionType.NotEqual && (MayBeNothing(lifted.Left) || MayBeNothing(lifted.Right)));

    // As a nullable one, the default of an extensible enum is null.
    private static bool MayBeNothing(Expression node) =>
        NullSafeRewriter.MayBeNull(node)
        || (Bare(node) is not ConstantExpression && Lifting.IsOwnNull(Lifting.Bare(node.Type)));

    private static bool IsNothing(Expression node) =>
        Bare(node) is ConstantExpression { Value: var known } && Lifting.EmptyAsNull(known) is null;

    // The operator of C# or F#, and no method that a tree made by hand may name.
    private static bool IsOwn(BinaryExpression binary) =>
        !OperatorMethod.IsForeign(binary) || binary.Method?.DeclaringType?.Assembly.GetName().Name == "FSharp.Core";

    private static Expression NullAsEmpty(Expression text) =>
        text is ConstantExpression { Value: null } ? Expression.Constant("") : text;

    // A missing value as an argument is the default of a type that takes no null.
    private static bool IsDefaulted(Expression argument) =>
        argument.Type.IsValueType && !Lifting.TakesNull(argument.Type) && NullSafeRewriter.MayBeNull(argument);

    // Equals compares what is boxed, unlike ==.
    private static Expression Unboxed(Expression node) =>
        node is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } boxed && !node.Type.IsValueType
            ? Unboxed(boxed.Operand)
            : node;

    private static bool IsOfTexts(MethodCallExpression call) => call.Method.DeclaringType == typeof(string);

    private static bool IsOrdinal(Expression how) => how is ConstantExpression { Value: StringComparison.Ordinal };

    private static bool IsPlain(object comparer) =>
        ReferenceEquals(comparer, StringComparer.Ordinal)
        || ReferenceEquals(comparer, EqualityComparer<string>.Default)
        || ReferenceEquals(comparer, EqualityComparer<DateTimeOffset>.Default)
        || ProfileSchema.Enums.Any(type => type.IsDefault(comparer));

    private static bool IsTime(Type type) =>
        type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(TimeSpan);
}
