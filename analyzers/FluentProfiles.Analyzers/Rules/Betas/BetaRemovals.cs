using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells which betas a fixer may remove: those that nothing else sends.</summary>
/// <param name="reading">The body.</param>
/// <param name="owner">The member that the body belongs to.</param>
internal sealed class BetaRemovals(MethodReading reading, ISymbol owner)
{
    /// <summary>What the fixer of a beta has to know, or null for a beta that has to stay. A list in a field serves other members,
    /// one in a local may serve other queries.</summary>
    public ImmutableDictionary<string, string?>? FixFor(BetaMention mention) =>
        IsInPlace(mention) ? FixKeys.Of(FixKeys.Removal, "") : null;

    /// <summary>The same for older betas beside those that are kept: each query that names an older one has to name one of
    /// these, too.</summary>
    public ImmutableDictionary<string, string?>? FixFor(
        IReadOnlyList<BetaMention> older,
        IReadOnlyList<BetaMention> kept
    ) => older.All(mention => IsInPlace(mention) && IsReplaced(mention, kept)) ? FixKeys.Of(FixKeys.Removal, "") : null;

    private bool IsInPlace(BetaMention mention) => mention.IsNamedBy(owner) && IsInPlace(mention.Operation);

    /// <summary>True for a beta that is an argument of a call, or stands in the list of an options object.</summary>
    private static bool IsInPlace(IOperation beta)
    {
        for (var outer = beta.Parent; outer is not null; outer = outer.Parent)
        {
            if (
                outer
                is IInvocationOperation { Parent: not IObjectOrCollectionInitializerOperation }
                    or IMemberInitializerOperation
                    or ISimpleAssignmentOperation { Target: IPropertyReferenceOperation }
            )
                return true;
            if (outer is ISymbolInitializerOperation or ISimpleAssignmentOperation)
                return false;
        }
        return false;
    }

    private bool IsReplaced(BetaMention mention, IReadOnlyList<BetaMention> kept) =>
        reading
            .FinalChains.Where(chain => chain.Betas.Names(mention))
            .All(chain => kept.Any(other => chain.Betas.Shapes.Contains(other) && AreTogether(mention, other, chain)));

    // What is kept may only come under a condition.
    private static bool AreTogether(BetaMention mention, BetaMention kept, QueryChain chain)
    {
        var steps = chain.Steps.Where(step => Names(step, mention) || Names(step, kept)).ToList();
        var (first, last) = (steps[0].Call, steps[steps.Count - 1].Call);
        return Names(steps[0], kept) || Flow.IsWithin(first, last) || Flow.IsUnconditionalIn(last, Flow.BlockOf(first));
    }

    private static bool Names(QueryStep step, BetaMention mention) => step.Betas?.Any(mention.IsSameAs) == true;
}
