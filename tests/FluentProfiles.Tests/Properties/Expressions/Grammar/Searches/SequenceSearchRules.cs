using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

/// <summary>Searches of a captured array for a sequence, as C# 14 binds methods of arrays.</summary>
internal static class SequenceSearchRules
{
    private static readonly string[] Tests =
    [
        nameof(MemoryExtensions.StartsWith),
        nameof(MemoryExtensions.EndsWith),
        nameof(MemoryExtensions.SequenceEqual),
    ];

    private static readonly ExpressionType[] Comparisons =
    [
        ExpressionType.Equal,
        ExpressionType.NotEqual,
        ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    public static IEnumerable<Production> For(Type type)
    {
        if (type == typeof(int))
            yield return new(1, draw => Search(draw, nameof(MemoryExtensions.IndexOf)));
        if (type != typeof(bool))
            yield break;
        yield return new(2, draw => Search(draw, draw.One(Tests)));
        yield return new(
            2,
            draw =>
                Expression.MakeBinary(
                    draw.One(Comparisons),
                    Search(draw, nameof(MemoryExtensions.IndexOf)),
                    Expression.Constant(draw.Below(3) - 1)
                )
        );
    }

    private static MethodCallExpression Search(Draw draw, string name) =>
        Expression.Call(
            typeof(MemoryExtensions)
                .GetMethods()
                .Single(method =>
                    method.Name == name
                    && method.GetParameters() is [{ ParameterType: var all }, { ParameterType: var sought }]
                    && IsOfItems(all)
                    && IsOfItems(sought)
                )
                .MakeGenericMethod(typeof(string)),
            Span(Captured((string[]?)Pool.One(draw, typeof(string[])))),
            Span(draw.Of<string[]>())
        );

    private static bool IsOfItems(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>)
        && type.GenericTypeArguments[0].IsGenericMethodParameter;

    private static MethodCallExpression Span(Expression items) =>
        Expression.Call(typeof(ReadOnlySpan<string>).GetMethod("op_Implicit", [typeof(string[])])!, items);

    private static MemberExpression Captured(string[]? items) =>
        Expression.Field(Expression.Constant(new Box<string[]?>(items)), nameof(Box<>.Field));
}
