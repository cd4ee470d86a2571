using System.Collections.Immutable;
using System.Linq.Expressions;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Planning.Conditions;

/// <summary><c>Any</c> or <c>All</c> over captured items: the condition for each of them, joined by <c>||</c> or
/// <c>&amp;&amp;</c>.</summary>
internal sealed class QuantifierForm
{
    private readonly Array items;
    private readonly LambdaExpression condition;
    private readonly bool isAll;

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
        isAll == negated
            ? ServiceBounds.AnyOf(Each(negated))
            : Each(negated).Aggregate(ServiceBounds.All, (all, bounds) => all.And(bounds));

    private static bool IsOfLists(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var definition
        && (
            definition == typeof(List<>)
            || definition == typeof(ImmutableList<>)
            || definition == typeof(ImmutableList<>.Builder)
        );

    /// <summary>The bounds for each item, up to one that leaves all to the client.</summary>
    private IEnumerable<ServiceBounds> Each(bool negated)
    {
        var closed = new ClosedExpressions(TimeProvider.System, reads: false);
        foreach (var item in items)
        {
            var value = Expression.Constant(item, condition.Parameters[0].Type);
            var body = new ParameterReplacer(condition.Parameters[0], value).Visit(condition.Body)!;
            var bounds = ConditionTranslator.Translate(closed.Visit(body), negated);
            yield return bounds;
            if (bounds is { IsOpen: true, IsExact: false })
                yield break;
        }
    }
}
