using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0206: an expression that the planner rejects, where no other rule says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedExpressionAnalyzer() : QueryAnalyzer(Descriptors.UnsupportedExpression)
{
    private const string OfProfile =
        "needs the profile, but the Select before it returns something else; move it before the Select";

    private const string OfOneDirection =
        "reverses the listing, but the cursor of FromPage belongs to one direction; write that direction as OrderBy or OrderByDescending";

    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains.Where(chain => IsLast(chain, reading)))
        {
            foreach (var step in chain.Steps)
            {
                if (
                    ReasonAgainst(step, chain, reading.Locals, report.Library) is { } reason
                    && !PassedOn.MayOnlyBeShown(chain, reading)
                )
                    report.At(step.Location, step.Name, reason);
            }
        }
    }

    /// <summary>True for a query from which no other one goes on, but one that a choice may leave out.</summary>
    private static bool IsLast(QueryChain chain, MethodReading reading) =>
        chain.IsFinal || chain.Last is { } last && !reading.FinalChains.Any(final => final.Steps.Contains(last));

    private static string? ReasonAgainst(QueryStep step, QueryChain chain, Locals locals, LibraryContext library)
    {
        if (step.StandsBehind is not null && NeedsProfile(step))
            return OfProfile;
        // A mirror sorts by more.
        if (chain.Source.Kind is SourceKind.Unknown or SourceKind.Mirror)
            return null;
        if (KeyOf(step, chain) is { } key && UnorderedTypes.Has(key) && MustCompare(step, chain, locals, library))
            return $"compares values of {key.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, which have no order; use a part that has one, such as a string, a number or a time";
        return ReversesCursor(step, chain) ? OfOneDirection : null;
    }

    private static bool NeedsProfile(QueryStep step) =>
        step.Name == "WithDetails" || step.IsOrder && step.Call.Arguments.IsEmpty;

    /// <summary>The type of the keys that a step compares, or null.</summary>
    private static ITypeSymbol? KeyOf(QueryStep step, QueryChain chain) =>
        step.IsOrder ? TypeOf(step)
        : step.Name is "MinAsync" or "MaxAsync" or "MinByAsync" or "MaxByAsync" ? KeyOfExtreme(step, chain)
        : null;

    // Behind a Take every order is made, but behind a Skip it may be one that nothing depends on. Where each profile may be looked up,
    // the order is refused in any case: as one without an order, or as one that would need a full read.
    private static bool MustCompare(QueryStep step, QueryChain chain, Locals locals, LibraryContext library) =>
        !step.IsOrder
        || step is { StandsBehind: null, OpaqueSelect: null }
            && chain.Before(step).LastOrDefault(earlier => earlier.IsWindow) is { Name: "Take" }
        || PointLookUps.MayBeIn(chain, library)
            && UnsortableKeyAnalyzer.PendingIn(chain, library) == step
            && OrderUse.Decides(chain, step, locals);

    // Within a listing the keys are compared one by one, when there are two.
    private static ITypeSymbol? KeyOfExtreme(QueryStep extreme, QueryChain chain) =>
        extreme.Kind != StepKind.Terminal || chain.StartsWithin || extreme.Argument("comparer") is not null ? null
        : extreme.Lambdas.Count > 0 ? TypeOf(extreme)
        : extreme.Call.Arguments.All(argument => argument.Parameter?.Type.Name == "CancellationToken")
            ? extreme.Call.TargetMethod.ContainingType.TypeArguments[0]
        : null;

    // A conversion leaves the values as they are, which may have an order.
    private static ITypeSymbol? TypeOf(QueryStep step) =>
        step.Lambdas is [{ Body: { } body and not IConversionOperation }] ? body.Type : null;

    private static bool ReversesCursor(QueryStep step, QueryChain chain) =>
        step is { Kind: StepKind.Operator, Name: "Reverse", StandsBehind: null }
        && chain.IsWhollySeen
        && chain.Steps.Any(other => other.Name == "FromPage")
        && !chain.Steps.Any(other => other.Name == "ResumeFrom")
        // The client reverses what a Take has bounded, and names, which have no reverse.
        && !chain
            .Before(step)
            .Any(earlier =>
                earlier is { IsWindow: true, Name: "Take" } || earlier.IsOrder && !earlier.Call.Arguments.IsEmpty
            );
}
