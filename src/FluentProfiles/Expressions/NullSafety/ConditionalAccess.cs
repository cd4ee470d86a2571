using System.Linq.Expressions;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>A <c>?.</c>: the rest of a chain, or null where the receiver is null.</summary>
/// <remarks>The nodes of the evaluator read it, and compiling reduces it: both work from one null-safe tree.</remarks>
/// <param name="receiver">What a member is called on; its type takes null.</param>
/// <param name="value">Stands for the receiver in the rest, where it is not null. The receiver itself if that is a parameter
/// of a class.</param>
/// <param name="rest">The member called on <paramref name="value"/>; its type takes null.</param>
internal sealed class ConditionalAccess(Expression receiver, ParameterExpression value, Expression rest) : Expression
{
    public Expression Receiver => receiver;

    public ParameterExpression Value => value;

    public Expression Rest => rest;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => rest.Type;

    public override bool CanReduce => true;

    public override Expression Reduce()
    {
        if (value == receiver)
            return Choice(receiver, rest);
        if (value.Type == receiver.Type)
            return Block([value], Assign(value, receiver), Choice(value, rest));
        var once = Variable(receiver.Type);
        return Block(
            [once, value],
            Assign(once, receiver),
            Choice(once, Block(Assign(value, Convert(once, value.Type)), rest))
        );
    }

    protected override Expression VisitChildren(ExpressionVisitor visitor)
    {
        var (newReceiver, newRest) = (visitor.Visit(receiver), visitor.Visit(rest));
        return newReceiver == receiver && newRest == rest ? this : new ConditionalAccess(newReceiver, value, newRest);
    }

    // Not a class's own ==, which may be anything.
    private ConditionalExpression Choice(Expression tested, Expression otherwise)
    {
        var nothing = Constant(null, tested.Type);
        return Condition(
            tested.Type.IsValueType ? Equal(tested, nothing) : ReferenceEqual(tested, nothing),
            Default(Type),
            otherwise,
            Type
        );
    }
}
