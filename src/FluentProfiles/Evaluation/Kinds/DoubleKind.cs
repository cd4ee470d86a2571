using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Nodes.Conditions;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>Floating-point numbers: C# compares NaN as neither equal to, below, nor above anything, while the comparers of .NET
/// give it a place.</summary>
internal sealed class DoubleKind : StructKind<double>
{
    public override Node Equal(Node left, Node right, bool negated) =>
        new DoubleEqualNode((Node<double>)left, (Node<double>)right, negated);

    public override Node Compare(Node left, Node right, ExpressionType comparison) =>
        new DoubleCompareNode((Node<double>)left, (Node<double>)right, comparison);
}
