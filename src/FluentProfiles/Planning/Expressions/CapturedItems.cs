using System.Collections;
using System.Globalization;
using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Every item of the collections that an expression captures: the text for people shows only the first few, and
/// two queries that differ in a later one are two queries.</summary>
internal sealed class CapturedItems : ExpressionVisitor
{
    private readonly List<string> items = [];

    public static string Of(LambdaExpression? lambda)
    {
        var collector = new CapturedItems();
        collector.Visit(lambda);
        return string.Join('\n', collector.items);
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is IEnumerable and not string)
            items.AddRange(((IEnumerable)node.Value).Cast<object?>().Select(TextOf));
        return node;
    }

    private static string TextOf(object? item) => Convert.ToString(item, CultureInfo.InvariantCulture) ?? "";
}
