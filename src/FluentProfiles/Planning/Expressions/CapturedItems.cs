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
        if (node.Value is IEnumerable known and not string && AreThere(known))
            items.AddRange(known.Cast<object?>().Select(TextOf));
        return node;
    }

    /// <summary>True for a collection: any other sequence may have no end, or be readable only once.</summary>
    public static bool AreThere(IEnumerable sequence) =>
        sequence is ICollection or IReadOnlyCollection<object>
        || (
            sequence.GetType() is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(CapturedSet<>)
        );

    private static string TextOf(object? item) => Convert.ToString(item, CultureInfo.InvariantCulture) ?? "";
}
