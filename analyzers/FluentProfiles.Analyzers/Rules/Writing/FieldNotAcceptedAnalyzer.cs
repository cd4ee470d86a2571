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
        foreach (var write in reading.Calls)
        {
            if (
                write is { Revision: { } revision }
                && write.Written(report.Library) is { } written
                && reading.Values.Behind(written) is IObjectCreationOperation made
                && !LaterSettings.MayBeUnseen(written, reading, report.Library)
            )
                CheckOne(made, LaterSettings.Of(written, write.Call, reading), revision, report);
        }
        foreach (var chain in reading.Chains)
        {
            if (chain is { Revision: { } revision, Last: { Kind: StepKind.Write } bulk })
                CheckSetters(bulk, revision, reading, report);
        }
    }

    private static void CheckOne(IObjectCreationOperation made, LaterSettings later, int revision, Report report)
    {
        var initial = made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty;
        foreach (var set in initial.Where(set => !later.Replace(MemberOf(set))).Concat(later.Certain))
        {
            if (MemberOf(set) is { } property && report.Library.FieldSetBy(property.Property) is { } field)
                Check(field, Places.OfMember(property.Syntax), revision, report);
        }
    }

    private static IPropertyReferenceOperation? MemberOf(IOperation setting) =>
        setting switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target,
            IMemberInitializerOperation part => part.InitializedMember,
            _ => null,
        } as IPropertyReferenceOperation;

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
