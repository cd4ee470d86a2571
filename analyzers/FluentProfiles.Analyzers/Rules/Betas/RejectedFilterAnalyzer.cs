using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0108: filtering on the enforcement status under a shape that rejects it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RejectedFilterAnalyzer() : QueryAnalyzer(Descriptors.RejectedFilter)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            foreach (var read in FieldsIn(chain, reading.Values, report.Library))
            {
                var beta = report.Library.Betas.OfShape(chain.Revision!.Value);
                report.At(read.Location, read.Name, beta is null ? "the current shape" : $"'{beta.Name}'");
            }
        }
    }

    /// <summary>The reads of a field in conditions that would be sent, though the shape has no such field.</summary>
    internal static IReadOnlyList<FieldRead> FieldsIn(QueryChain chain, Values values, LibraryContext library)
    {
        // Profiles that are named are each read by themselves, without a filter.
        if (chain.Revision is not { } revision || !chain.IsWhollySeen || Reach.HasPointLookUp(chain, library))
            return [];
        List<FieldRead> rejected = [];
        foreach (var (lambda, condition) in ServiceFilters.In(chain, values, library))
        {
            rejected.AddRange(
                lambda.Fields.Where(read =>
                    read.Facts.Filterable
                    && !read.Facts.IsServedBy(revision)
                    && Flow.IsWithin(read.Operation, condition)
                )
            );
        }
        return rejected;
    }
}
