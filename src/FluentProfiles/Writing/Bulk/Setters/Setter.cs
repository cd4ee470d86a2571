using System.Linq.Expressions;

namespace FluentProfiles.Writing.Bulk.Setters;

/// <summary>What an update sets, and to what: two expressions of the profile.</summary>
/// <param name="target">What is set.</param>
internal abstract class Setter(WriteTarget target)
{
    public WriteTarget Target => target;

    /// <summary>What is there.</summary>
    public abstract LambdaExpression Current { get; }

    /// <summary>What is to be there.</summary>
    public abstract LambdaExpression Wanted { get; }

    /// <summary>The setter as code, for one run.</summary>
    /// <param name="current">What is there, with its closed parts evaluated.</param>
    /// <param name="wanted">What is to be there, likewise.</param>
    /// <param name="profile">The profile in both.</param>
    public abstract BoundSetter Bind(Expression current, Expression wanted, ParameterExpression profile);
}
