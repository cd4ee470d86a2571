using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0201: sorting by something that the service can't sort by, on an unbounded query whose result depends on the
/// order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsortableKeyAnalyzer() : QueryAnalyzer(Descriptors.UnsortableKey)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (
                chain.Source.Kind is not (SourceKind.Unknown or SourceKind.Mirror)
                && chain.Steps.Any(step => step.IsOrder)
                && !PointLookUps.MayBeIn(chain, report.Library)
            )
                Check(chain, reading.Locals, report);
        }
    }

    private static void Check(QueryChain chain, Locals locals, Report report)
    {
        if (PendingIn(chain, report.Library) is { } pending && OrderUse.Decides(chain, pending, locals))
            Report(pending, report);
    }

    /// <summary>The order that the service can't make, that nothing bounds, and that no later one replaces; null for none.</summary>
    internal static QueryStep? PendingIn(QueryChain chain, LibraryContext library)
    {
        var windowed = false;
        QueryStep? pending = null;
        foreach (var step in chain.Steps)
        {
            if (step.IsWindow)
            {
                if (step.Name == "Take" || pending is not null)
                    break;
                windowed = true;
            }
            var unsortable = step.IsOrder && step.Lambdas is [var key] && IsUnsortable(key, library);
            if (step.IsOrder)
                pending =
                    unsortable ? step
                    : windowed ? pending
                    : null;
        }
        return pending;
    }

    /// <summary>Whether a key is surely none that the service sorts by.</summary>
    private static bool IsUnsortable(QueryLambda key, LibraryContext library) =>
        key.Body is not { } body
        || key.PartOf(Values.Unwrapped(body)) is not { IsUnknown: true }
            && Reach.FieldOf(body, key, library) is not { Sortable: true };

    private static void Report(QueryStep order, Report report)
    {
        var sortable = report.Library.Fields.SortableOf(report.Library.UserProfile).ToList();
        var (cause, instead) = order.OpaqueSelect is { } select
            ? (
                $"{NameOf(select)} computes a value, so that the service can't sort behind it",
                $"the order before it if it is by {string.Join(" or ", sortable)}, "
            )
            : ($"The service sorts by {string.Join(" and ", sortable)} only", "");
        report.At(
            order.Location,
            Insertion.Of("AsAsyncEnumerable()"),
            Insertion.Before(order),
            cause,
            instead,
            order.Name
        );
    }

    private static string NameOf(QueryStep select) =>
        select.Call.Syntax is LetClauseSyntax let ? $"The let of '{let.Identifier.ValueText}'" : "The Select";
}
