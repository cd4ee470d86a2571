using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>A type that expressions over a profile deal in, so that nodes of it can be made where it is known only at run time.
/// Each is instantiated by name, which keeps them whole under ahead-of-time compilation.</summary>
internal abstract class ValueKind
{
    /// <summary>A known value, or null.</summary>
    public abstract Node Constant(object? value);

    /// <summary>A value whose evaluation has failed.</summary>
    public abstract Node Failure(ClosedFailure failure);

    /// <summary>The value of a model's property on the object that <paramref name="owner"/> gives.</summary>
    public abstract Node Getter<TOwner>(Node<TOwner> owner, MethodInfo getter)
        where TOwner : class;

    /// <summary>A property of another kind on an object of this one; null where this kind is no class.</summary>
    public abstract Node? Property(Node owner, MethodInfo getter, ValueKind kind);

    public abstract Node Equal(Node left, Node right, bool negated);

    /// <summary><c>left.Equals(right)</c>: null where the left side is.</summary>
    public abstract Node EqualTo(Node left, Node right);

    /// <summary>A comparison, or null where the kind has no order.</summary>
    public abstract Node? Compare(Node left, Node right, ExpressionType comparison);

    public abstract Node<bool> IsNull(Node node, bool negated);

    public abstract Node Choice(Node<bool> test, Node yes, Node no);

    public abstract Node Fallback(Node first, Node second);

    /// <summary>Membership in captured items, or null where those belong to the caller.</summary>
    public abstract Node<bool>? Membership(ContainsCall contains, Node item);

    /// <summary>The type's default: no null for a value type.</summary>
    public abstract Node Default();

    /// <summary>The value, or the type's default where it is null.</summary>
    public abstract Node OrDefault(Node node);

    /// <summary>The node of what <see cref="EnumForm{T}.EmptyAsNull(Expression)"/> wrote, or null for another call.</summary>
    public virtual Node? EmptyAsNull(MethodCallExpression call, NodeBuilder builder) => null;

    /// <summary>The value of a node that gives it as an object.</summary>
    public abstract Node Cast(Node<object> node);

    /// <summary>The value as an object.</summary>
    public abstract Node<object> Box(Node node);

    /// <summary>The value as the nullable form of its type.</summary>
    public abstract Node Nullable(Node node);
}
