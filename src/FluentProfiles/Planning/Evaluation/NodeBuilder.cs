using System.Linq.Expressions;

namespace FluentProfiles.Planning.Evaluation;

/// <summary>Builds the nodes of an expression by asking one small translator after another; the first that knows the construct
/// answers. Null where none does: the expression is compiled then.</summary>
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

    private readonly Dictionary<ParameterExpression, Node> slots = [];

    /// <summary>Says where the item of a lambda's parameter is found.</summary>
    public void Bind(ParameterExpression parameter, Node slot) => slots[parameter] = slot;

    public Node? SlotOf(ParameterExpression parameter) => slots.GetValueOrDefault(parameter);

    public Node? Build(Expression expression)
    {
        foreach (var translate in Translators)
        {
            if (translate(expression, this) is { } node)
                return node;
        }
        return null;
    }

    /// <summary>The nodes of an expression that gives a <typeparamref name="T"/>, or null.</summary>
    public Node<T>? Build<T>(Expression expression) => Build(expression) as Node<T>;
}
