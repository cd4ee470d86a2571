using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Closing;

/// <summary>A captured sequence that an explanation leaves unread, since it may give its items only once.</summary>
/// <param name="source">The sequence as written.</param>
/// <param name="value">The sequence.</param>
internal sealed class UnreadSequence(Expression source, object value) : Expression
{
    public Expression Source => source;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => source.Type;

    public override bool CanReduce => true;

    public override Expression Reduce() => Constant(value, Type);

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
