using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.ExceptionServices;

namespace FluentProfiles.Expressions.Closing;

/// <summary>A part without the item whose evaluation threw. It stands where the value would, and throws the same exception for
/// the first item that needs it.</summary>
internal sealed class ClosedFailure : Expression
{
    private readonly ExceptionDispatchInfo thrown;

    /// <param name="source">The part as written.</param>
    /// <param name="exception">What its evaluation threw.</param>
    public ClosedFailure(Expression source, Exception exception)
        : this(source, source, ExceptionDispatchInfo.Capture(exception)) { }

    private ClosedFailure(Expression source, Expression written, ExceptionDispatchInfo thrown) =>
        (Source, Written, this.thrown) = (source, written, thrown);

    /// <summary>The part that failed.</summary>
    public Expression Source { get; }

    /// <summary>The expression in whose place this stands.</summary>
    public Expression Written { get; }

    public Exception Exception => thrown.SourceException;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override Type Type => Written.Type;

    public override bool CanReduce => true;

    /// <summary>The failure of a whole expression that needs this part before any other.</summary>
    public ClosedFailure Of(Expression whole) => new(Source, whole, thrown);

    [DoesNotReturn]
    public void Throw() => thrown.Throw();

    public override Expression Reduce() => Block(Type, Call(Constant(this), ((Action)Throw).Method), Default(Type));

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
