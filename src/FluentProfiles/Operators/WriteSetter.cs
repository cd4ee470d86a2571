using System.Linq.Expressions;

namespace FluentProfiles.Operators;

/// <summary>What a bulk update sets, and to what: two expressions of the profile.</summary>
/// <param name="member">The member that is set, as a caller writes it: <c>Metadata["tier"]</c>.</param>
internal abstract class WriteSetter(string member)
{
    public string Member => member;

    /// <summary>The current value.</summary>
    public abstract LambdaExpression Current { get; }

    /// <summary>The wanted value.</summary>
    public abstract LambdaExpression Wanted { get; }
}
