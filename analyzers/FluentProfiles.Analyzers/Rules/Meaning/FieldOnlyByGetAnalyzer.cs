using FluentProfiles.Analyzers.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0204: reading from a list what a list never reports.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FieldOnlyByGetAnalyzer() : QueryAnalyzer(Descriptors.FieldOnlyByGet)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (
                !(chain.IsWhollySeen || IsOfMirror(chain))
                || !chain.Fields.Any(read => read.Facts.OnlyByGet)
                || !IsOfMirror(chain) && PointLookUps.MayBeIn(chain, report.Library)
            )
                continue;
            foreach (var (read, step) in UnreportedIn(chain, report))
                Report(read, step, chain, report);
        }
    }

    // It holds what lists report, for look-ups by id, too.
    private static bool IsOfMirror(QueryChain chain) => chain.Source.Kind == SourceKind.Mirror;

    /// <summary>The reads of fields that are absent where they are read, with the step before which details would help.</summary>
    private static IEnumerable<(FieldRead Read, QueryStep? Step)> UnreportedIn(QueryChain chain, Report report)
    {
        foreach (var step in chain.Steps)
        {
            if (step.Name == "WithDetails")
                yield break;
            foreach (var read in step.Fields.Where(read => IsUnreported(read, chain, report)))
                yield return (read, step);
        }
        foreach (var read in chain.ResultFields.Where(read => IsUnreported(read, chain, report)))
            yield return (read, chain.Steps.FirstOrDefault(GivesSomethingElse));
    }

    // Details are of profiles, as the query gives them.
    private static bool GivesSomethingElse(QueryStep step) =>
        step.Name == "Select" || step.Kind is not (StepKind.Operator or StepKind.Setting);

    // A shape without the field's owner is another rule's.
    private static bool IsUnreported(FieldRead read, QueryChain chain, Report report)
    {
        if (!read.Facts.OnlyByGet)
            return false;
        IOperation? owner = read.Operation;
        while (owner is IPropertyReferenceOperation { Instance: var next } property)
        {
            if (
                chain.Revision is { } revision
                && report.Library.Fields.Find(property.Property)?.IsServedBy(revision) == false
            )
                return false;
            owner = next is null ? null : Values.Unwrapped(next);
        }
        return true;
    }

    private static void Report(FieldRead read, QueryStep? step, QueryChain chain, Report report)
    {
        var name = $"{read.Facts.Property.ContainingType.Name}.{read.Name}";
        if (IsOfMirror(chain))
            report.At(
                read.Location,
                name,
                "the mirror holds what lists report, so read the profile with GetAsync of the client"
            );
        else
            report.At(
                read.Location,
                Insertion.Of("WithDetails()"),
                PlacesFor(step, chain),
                name,
                "write WithDetails() before this, which reads each profile with a request of its own"
            );
    }

    // A query expression can only take the call at its source, and behind a Select that hides the profile the query refuses it.
    private static IEnumerable<Location> PlacesFor(QueryStep? step, QueryChain chain) =>
        step is not null ? Insertion.BeforeOrAtSource(step.StandsBehind ?? step, chain)
        : chain.Root.Syntax is QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax
            ? Insertion.BeforeOrAtSource(chain.Steps[0], chain)
        : Insertion.AtSource(chain.Root);
}
