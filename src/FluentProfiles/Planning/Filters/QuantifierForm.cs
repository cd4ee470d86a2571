using System.Collections.Immutable;
using System.Linq.Expressions;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Planning.Filters;

/// <summary><c>Any</c> or <c>All</c> over captured items: the condition for each of them, joined by <c>||</c> or
/// <c>&amp;&amp;</c>.</summary>
internal sealed class QuantifierForm
{
    private readonly Array items;
    private readonly LambdaExpression condition;
    private readonly bool isAll;
    private readonly ClosedExpressions closed = new(TimeProvider.System, reads: false);

    private QuantifierForm(Array items, LambdaExpression condition, bool isAll) =>
        (this.items, this.condition, this.isAll) = (items, condition, isAll);

    /// <summary>The call's parts; null for another call, or for items that belong to the caller.</summary>
    public static QuantifierForm? Read(MethodCallExpression call)
    {
        var isAll = call.Method.Name is nameof(Enumerable.All) or nameof(Array.TrueForAll) or "ForAll";
        if (!isAll && call.Method.Name is not (nameof(Enumerable.Any) or nameof(Array.Exists)))
            return null;
        var (source, test) = (call.Object, call.Arguments) switch
        {
            ({ } list, [var lambda]) when IsOfLists(call.Method.DeclaringType!) => (list, lambda),
            (null, [var list, var lambda])
                when call.Method.DeclaringType is var type && (type == typeof(Enumerable) || type == typeof(Array)) => (
                list,
                lambda
            ),
            (null, [var function, var list]) when FSharpForm.IsOfCollections(call) => (
                list,
                FSharpForm.FunctionOf(function)
            ),
            _ => default,
        };
        return
            source is ConstantExpression { Value: { } known }
            && test is LambdaExpression { Parameters: [var item] } condition
            && SequenceReader.Of(item.Type) is { } reader
            && !reader.IsLazy(known)
            && reader.Items(known) is { } items
            ? new(items, condition, isAll)
            : null;
    }

    /// <param name="negated">True for the profiles that do not pass.</param>
    public ServiceBounds Translate(bool negated) =>
        (Membership() is { } membership ? FieldValues.Translate(membership, negated != isAll) : null)
        ?? (
            isAll == negated
                ? ServiceBounds.AnyOf(Each(negated))
                : Each(negated).Aggregate(ServiceBounds.All, (all, bounds) => all.And(bounds))
        );

    private static bool IsOfLists(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var definition
        && (
            definition == typeof(List<>)
            || definition == typeof(ImmutableList<>)
            || definition == typeof(ImmutableList<>.Builder)
        );

    /// <summary><c>Any(x =&gt; x == value)</c> and <c>!All(x =&gt; x != value)</c> as <c>Contains(value)</c>, which is
    /// translated at once for all items; null for another condition.</summary>
    private ValueTest? Membership() =>
        ComparisonForm.Read(condition.Body) is { } equality
        && equality.Operator == (isAll ? ExpressionType.NotEqual : ExpressionType.Equal)
            ? Among(equality.Left, equality.Right) ?? Among(equality.Right, equality.Left)
            : null;

    private ValueTest? Among(Expression ofItem, Expression value)
    {
        if (For(Expression.Default(Item.Type), value) != value)
            return null;
        var known = ComparisonForm.Bare(ofItem) == Item ? items : ValuesOf(ComparisonForm.Bare(ofItem));
        return known is null ? null : new(null, new(known, value, IsKey: false), IsNegated: false);
    }

    /// <summary>What an expression gives for each item; null where that takes more than the item.</summary>
    private Array? ValuesOf(Expression ofItem)
    {
        var values = new object?[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (closed.Visit(For(Constant(items.GetValue(i)), ofItem)) is not ConstantExpression { Value: var value })
                return null;
            values[i] = value;
        }
        return SequenceReader.Of(ofItem.Type)?.Typed(values);
    }

    /// <summary>The bounds for each item, up to one that leaves all to the client.</summary>
    private IEnumerable<ServiceBounds> Each(bool negated)
    {
        foreach (var item in items)
        {
            var bounds = ConditionTranslator.Translate(closed.Visit(For(Constant(item), condition.Body)), negated);
            yield return bounds;
            if (bounds is { IsOpen: true, IsExact: false })
                yield break;
        }
    }

    private ParameterExpression Item => condition.Parameters[0];

    private ConstantExpression Constant(object? item) => Expression.Constant(item, Item.Type);

    private Expression For(Expression item, Expression body) => new ParameterReplacer(Item, item).Visit(body);
}
