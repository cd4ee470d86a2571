using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0108: filtering on a field under a shape that rejects it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RejectedFilterAnalyzer() : QueryAnalyzer(Descriptors.RejectedFilter)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            foreach (var (field, facts) in FieldsIn(chain, reading, report.Library))
            {
                var beta = report.Library.Betas.OfShape(chain.Revision!.Value);
                report.At(
                    Places.OfMember(field.Syntax),
                    facts.Property.Name,
                    beta is null ? "the current shape" : $"'{beta.Name}'"
                );
            }
        }
    }

    /// <summary>Each field in a condition that is surely sent, though the shape has no such field.</summary>
    internal static IReadOnlyList<(IOperation Field, FieldFacts Facts)> FieldsIn(
        QueryChain chain,
        MethodReading reading,
        LibraryContext library
    )
    {
        if (chain.Revision is not { } revision || !chain.IsWhollySeen)
            return [];
        // Profiles that are named, if only later, are each read by themselves, without a filter.
        if (PointLookUps.MayBeIn(chain, library) || PassedOn.MayGoOn(chain, reading.Locals))
            return [];
        return
        [
            .. from sent in ServiceFilters.SurelyIn(chain, reading.Values, library)
            let facts = Reach.FieldOf(sent.Field, sent.Lambda, library)
            where !facts.IsServedBy(revision)
            select (sent.Field, facts),
        ];
    }
}
