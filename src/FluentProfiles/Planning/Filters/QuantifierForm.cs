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
    private readonly object? source;
    private readonly Array items;
    private readonly LambdaExpression condition;
    private readonly bool isAll;
    private readonly KnownQuantifiers known;

    /// <param name="source">The captured collection; null for one that only a run reads.</param>
    /// <param name="items">Its items.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="isAll">True when each item has to pass.</param>
    /// <param name="known">What has been evaluated.</param>
    private QuantifierForm(
        object? source,
        Array items,
        LambdaExpression condition,
        bool isAll,
        KnownQuantifiers known
    ) => (this.source, this.items, this.condition, this.isAll, this.known) = (source, items, condition, isAll, known);

    /// <summary>The call's parts; null for another call, or for items that belong to the caller.</summary>
    public static QuantifierForm? Read(MethodCallExpression call, KnownQuantifiers known)
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
        if (test is not LambdaExpression { Parameters: [var item] } condition)
            return null;
        return source switch
        {
            UnreadPart => new(null, Array.Empty<object>(), condition, isAll, known),
            ConstantExpression { Value: { } collection }
                when SequenceReader.Of(item.Type) is { } reader
                    && !reader.IsLazy(collection)
                    && reader.Items(collection) is { } items => new(collection, items, condition, isAll, known),
            _ => null,
        };
    }

    /// <param name="translator">Translates the condition for each item.</param>
    /// <param name="negated">True for the profiles that do not pass.</param>
    public ServiceBounds Translate(ConditionTranslator translator, bool negated) =>
        source is null ? OfUnread(translator, negated)
        : Membership() is { } membership && FieldValues.Translate(membership, negated != isAll) is { } bounds ? bounds
        : isAll == negated ? ServiceBounds.AnyOf(Each(translator, negated))
        : Each(translator, negated).Aggregate(ServiceBounds.All, (all, bounds) => all.And(bounds));

    /// <summary>The bounds for items that only a run reads: no more than whether they name the profiles.</summary>
    private ServiceBounds OfUnread(ConditionTranslator translator, bool negated)
    {
        var any = For(new UnreadPart(Item, Item), condition.Body);
        return ServiceBounds.Unknown with { AreNamed = translator.Translate(known.Closed(any), negated).AreNamed };
    }

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
        var bare = ComparisonForm.Bare(ofItem);
        if (For(Expression.Default(Item.Type), value) != value || !IsTranslated(value, bare.Type))
            return null;
        var values = bare == Item ? items : known.Values(source!, bare, () => ValuesOf(bare));
        return values is null ? null : Of(values, value);
    }

    /// <summary>True for a part of the profile whose values the source can be asked for. Nothing has to be known of the items for
    /// any other.</summary>
    private static bool IsTranslated(Expression value, Type type) =>
        SequenceReader.Of(type)?.Typed(Array.Empty<object?>()) is { } none
        && FieldValues.Translate(Of(none, value), negated: false) is not null;

    private static ValueTest Of(Array values, Expression value) =>
        new(null, new(values, value, IsKey: false), IsNegated: false);

    /// <summary>What an expression gives for each item; null where that takes more than the item.</summary>
    private Array? ValuesOf(Expression ofItem)
    {
        var values = new object?[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (known.Closed(For(Constant(items.GetValue(i)), ofItem)) is not ConstantExpression { Value: var value })
                return null;
            values[i] = value;
        }
        return SequenceReader.Of(ofItem.Type)?.Typed(values);
    }

    /// <summary>The bounds for each item, up to one that leaves all to the client.</summary>
    private IEnumerable<ServiceBounds> Each(ConditionTranslator translator, bool negated)
    {
        foreach (var item in items)
        {
            var bounds = translator.Translate(known.Closed(For(Constant(item), condition.Body)), negated);
            yield return bounds;
            if (bounds is { IsOpen: true, IsExact: false })
                yield break;
        }
    }

    private ParameterExpression Item => condition.Parameters[0];

    private ConstantExpression Constant(object? item) => Expression.Constant(item, Item.Type);

    private Expression For(Expression item, Expression body) => new ParameterReplacer(Item, item).Visit(body);
}
