using System.Linq.Expressions;
using FluentProfiles.Operators;

namespace FluentProfiles.Writing.Bulk.Setters;

/// <summary>A setter that knows what to do about its member in a run.</summary>
/// <param name="target">What is set.</param>
internal abstract class Setter(WriteTarget target) : WriteSetter(target.Member)
{
    public WriteTarget Target => target;

    /// <summary>Returns the setter as code, for one run.</summary>
    /// <param name="current">The current value, with its closed parts evaluated.</param>
    /// <param name="wanted">The wanted value, with its closed parts evaluated.</param>
    /// <param name="profile">The profile in both.</param>
    public abstract BoundSetter Bind(Expression current, Expression wanted, ParameterExpression profile);
}
