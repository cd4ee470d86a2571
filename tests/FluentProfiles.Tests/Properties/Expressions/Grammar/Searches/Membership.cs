using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

/// <summary>Look-ups among captured items of one type.</summary>
internal abstract class Membership
{
    /// <param name="draw">Where chance comes from.</param>
    /// <param name="result">A condition, or a position or number.</param>
    public abstract Expression Make(Draw draw, Type result);
}
