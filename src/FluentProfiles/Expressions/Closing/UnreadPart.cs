using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Closing;

/// <summary>A part without the item that an explanation leaves alone, since it reads a sequence that may give its items only
/// once. Its value is not known.</summary>
/// <param name="source">The part as written.</param>
/// <param name="sequence">The sequence within it.</param>
internal sealed class UnreadPart(Expression source, Expression sequence) : Expression
{
    public Expression Source => source;

    public Expression Sequence => sequence;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => source.Type;

    public override bool CanReduce => true;

    /// <exception cref="UnreadException">Whatever needs the value has none, either.</exception>
    public override Expression Reduce() => throw new UnreadException(sequence);

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
