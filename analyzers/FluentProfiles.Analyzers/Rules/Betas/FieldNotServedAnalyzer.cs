using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0107: a field that the chosen shape does not serve.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FieldNotServedAnalyzer() : QueryAnalyzer(Descriptors.FieldNotServed)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (chain.Revision is not { } revision)
                continue;
            var rejected = RejectedFilterAnalyzer.FieldsIn(chain, reading, report.Library);
            foreach (var read in chain.Fields)
            {
                if (!rejected.Any(filter => IsCause(filter, read)))
                    Check(read, revision, report);
            }
        }
        foreach (var call in reading.Calls)
        {
            foreach (var read in call.ResultFields)
                Check(read, call.Revision!.Value, report);
        }
    }

    // A filter on a member that a Select made is caused by the field that the Select reads.
    private static bool IsCause((IOperation Field, FieldFacts Facts) filter, FieldRead read) =>
        filter.Facts == read.Facts
        && (
            Flow.IsWithin(read.Operation, filter.Field)
            || filter.Field is not IPropertyReferenceOperation property
            || !SymbolEqualityComparer.Default.Equals(property.Property, read.Facts.Property)
        );

    private static void Check(FieldRead read, int revision, Report report)
    {
        if (read.Facts.IsServedBy(revision))
            return;
        report.At(
            read.Location,
            Replacement.FixFor(read, revision, report.Library),
            null,
            read.Name,
            report.Library.Betas.OfShape(revision) is { } beta ? $"'{beta.Name}'" : "the current shape",
            Replacement.AdviceFor(read, revision, report.Library)
        );
    }
}
