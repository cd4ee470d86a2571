using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>One way to make an expression of a type.</summary>
/// <param name="Weight">How often it is chosen, in relation to others.</param>
/// <param name="Make">Makes one.</param>
/// <param name="IsLeaf">True when it needs no other expression.</param>
internal sealed record Production(int Weight, Func<Draw, Expression> Make, bool IsLeaf = false);
