using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Nodes.Conditions;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>What all kinds have in common.</summary>
internal abstract class ValueKind<T> : ValueKind
{
    private static readonly bool IsOrdered = typeof(T).IsAssignableTo(typeof(IComparable<T>));

    public override Node Constant(object? value) => new ConstantNode<T>((T?)value);

    public override Node Failure(ClosedFailure failure) => new FailureNode<T>(failure);

    public override Node Equal(Node left, Node right, bool negated) =>
        new EqualNode<T>((Node<T>)left, (Node<T>)right, negated);

    public override Node EqualTo(Node left, Node right) =>
        new CallNode<T, T, bool>((Node<T>)left, (Node<T>)right, EqualityComparer<T>.Default.Equals);

    public override Node? Compare(Node left, Node right, ExpressionType comparison) =>
        IsOrdered ? new CompareNode<T>((Node<T>)left, (Node<T>)right, comparison) : null;

    public override Node<bool> IsNull(Node node, bool negated) => new IsNullNode<T>((Node<T>)node, negated);

    public override Node Choice(Node<bool> test, Node yes, Node no) =>
        new ChoiceNode<T>(test, (Node<T>)yes, (Node<T>)no);

    public override Node Fallback(Node first, Node second) => new FallbackNode<T>((Node<T>)first, (Node<T>)second);

    public override Node<bool>? Membership(ContainsCall contains, Node item) =>
        contains.ItemsOf<T>() is { } items
            ? new MembershipNode<T>(
                [.. items.Where(value => value is not null)],
                items.Any(value => value is null),
                (Node<T>)item,
                contains.IsKey
            )
            : null;

    public override Node Cast(Node<object> node) => new CastNode<T>(node);

    public override Node<object> Box(Node node) => new BoxNode<T>((Node<T>)node);
}
