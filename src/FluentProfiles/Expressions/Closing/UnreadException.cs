using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Ends the evaluation of a part that would read a sequence for an explanation. It never leaves the
/// library.</summary>
/// <param name="sequence">The sequence.</param>
internal sealed class UnreadException(Expression sequence) : Exception("An explanation does not read the sequence.")
{
    public Expression Sequence => sequence;
}
