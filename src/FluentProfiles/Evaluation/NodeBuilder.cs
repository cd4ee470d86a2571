using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Translators;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Evaluation;

/// <summary>Builds the nodes of a rewritten expression by asking one small translator after another; the first that knows the
/// construct answers. Null where none does: the expression is compiled then.</summary>
/// <remarks>Nodes do what C# does of the rewritten expression, in which the null rule is spelled out. They make one use of it:
/// a node that a member is called on is null for both ways that a <see cref="ConditionalAccess"/> may go, so that each node
/// must be null where its receiver is.</remarks>
internal sealed class NodeBuilder
{
    private static readonly Func<Expression, NodeBuilder, Node?>[] Translators =
    [
        LeafTranslator.Translate,
        LogicTranslator.Translate,
        ComparisonTranslator.Translate,
        MemberTranslator.Translate,
        MapTranslator.Translate,
        StringTranslator.Translate,
        ContainsTranslator.Translate,
        TimeTranslator.Translate,
        EnumTranslator.Translate,
        QuantifierTranslator.Translate,
        CreationTranslator.Translate,
    ];

    // Nodes call each other for every item, on whatever stack the caller has. Compiled code makes no call for each level.
    private const int Deepest = 200;

    private readonly Dictionary<ParameterExpression, Node> slots = [];
    private readonly Dictionary<ParameterExpression, Expression> receivers = [];
    private int depth;

    /// <summary>Says where the item of a lambda's parameter is found.</summary>
    public void Bind(ParameterExpression parameter, Node slot) => slots[parameter] = slot;

    public Node? SlotOf(ParameterExpression parameter) =>
        receivers.TryGetValue(parameter, out var receiver) ? Build(receiver) : slots.GetValueOrDefault(parameter);

    public Node? Build(Expression expression)
    {
        if (depth == Deepest)
            return null;
        depth++;
        var node = Translated(expression);
        depth--;
        return node;
    }

    private Node? Translated(Expression expression)
    {
        if (expression is ConditionalAccess access)
            return Build(RestOf(access)) is not { } rest ? null
                : Lifting.TakesNull(access.Type) ? rest
                : ValueKinds.Of(access.Type)?.OrDefault(rest);
        if (OperatorMethod.IsForeign(expression))
            return null;
        foreach (var translate in Translators)
        {
            if (translate(expression, this) is { } node)
                return node;
        }
        return null;
    }

    /// <summary>The nodes of an expression that gives a <typeparamref name="T"/>, or null.</summary>
    public Node<T>? Build<T>(Expression expression) => Build(expression) as Node<T>;

    /// <summary>The nodes of a condition, for what takes null for false by itself.</summary>
    public Node<bool>? Condition(Expression expression) =>
        Build<bool>(
            expression is BinaryExpression { NodeType: ExpressionType.Coalesce, Right: DefaultExpression } orFalse
                ? orFalse.Left
                : expression
        );

    /// <summary>The member that gives a value, without the <c>?.</c> around it.</summary>
    public Expression Written(Expression expression) =>
        expression switch
        {
            ParameterExpression value when receivers.TryGetValue(value, out var receiver) => Written(receiver),
            ConditionalAccess access => Written(RestOf(access)),
            _ => expression,
        };

    private Expression RestOf(ConditionalAccess access)
    {
        if (access.Value != access.Receiver)
            receivers[access.Value] = access.Receiver;
        return access.Rest;
    }
}
