using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0403: writing a field that the chosen revision does not accept.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FieldNotAcceptedAnalyzer() : QueryAnalyzer(Descriptors.FieldNotAccepted)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var write in reading.Writes)
        {
            if (
                write is { Revision: { } revision }
                && write.Written(report.Library) is { } written
                && reading.Values.Behind(written) is IObjectCreationOperation made
            )
                CheckOne(made, revision, report);
        }
        foreach (var chain in reading.Chains)
        {
            if (chain is { Revision: { } revision, Last: { Kind: StepKind.Write } bulk })
                CheckSetters(bulk, revision, reading, report);
        }
    }

    private static void CheckOne(IObjectCreationOperation made, int revision, Report report)
    {
        foreach (var set in made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var member = set switch
            {
                ISimpleAssignmentOperation assignment => assignment.Target,
                IMemberInitializerOperation part => part.InitializedMember,
                _ => null,
            };
            if (
                member is IPropertyReferenceOperation property
                && report.Library.FieldSetBy(property.Property) is { } field
            )
                Check(field, property.Syntax.GetLocation(), revision, report);
        }
    }

    private static void CheckSetters(QueryStep bulk, int revision, MethodReading reading, Report report)
    {
        foreach (var setter in reading.Setters.Where(setter => Flow.IsWithin(setter, bulk.Call)))
        {
            if (SetterTarget.Of(setter, report.Library) is { } target)
                Check(target.Owner, target.Location, revision, report);
        }
    }

    private static void Check(FieldFacts field, Location location, int revision, Report report)
    {
        if (field.IsServedBy(revision))
            return;
        var instead = field.ReplacedBy is { } path && field.Until < revision ? $"write {path} instead" : "leave it out";
        report.At(
            location,
            field.Property.Name,
            report.Library.Betas.OfShape(revision) is { } beta ? $"the shape of '{beta.Name}'" : "the current shape",
            instead
        );
    }
}
