using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using FluentProfiles.Tests.Properties.Expressions.Oracle;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Prints a case as C#, with its captured values named and listed, and as the tree that it is.</summary>
internal sealed class CaseText : ExpressionVisitor
{
    private readonly List<string> captured = [];

    public static string Of(ExpressionCase query)
    {
        CaseText text = new();
        var calls = new[] { query.Before, query.Lambda, query.Then }
            .OfType<LambdaExpression>()
            .Select(lambda => (LambdaExpression)text.Visit(lambda)!)
            .ToList();
        return string.Join(
            "\n",
            [
                .. text.captured,
                $"{query.Use}: {string.Join(", then ", calls.Select(call => CSharpText.Of(call, redact: false)))}",
                .. calls.Select(call => $"// {call}"),
            ]
        );
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is not IBox box)
            return node;
        var name = $"captured{captured.Count + 1}";
        captured.Add(
            $"{name}: {box.Captured?.GetType().ToString() ?? node.Type.ToString()} {ValueText.Of(Items(box.Captured))}"
        );
        return Expression.Parameter(node.Type, name);
    }

    private static object? Items(object? value) => value is IResettableSequence once ? once.Items : value;
}
