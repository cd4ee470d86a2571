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
            {
                var given =
                    write.IsOfClient(report.Library) && IsInSight(written, made, reading)
                        ? new GivenValues(reading.Values, report.Library)
                        : null;
                CheckOne(made, LaterSettings.Of(written, write.Call, reading), revision, given, report);
            }
        }
        foreach (var chain in reading.Chains)
        {
            if (chain is { Revision: { } revision, Last: { Kind: StepKind.Write } bulk })
                CheckSetters(bulk, revision, reading, report);
        }
    }

    /// <summary>True for an object that no other code can reach.</summary>
    private static bool IsInSight(IOperation written, IObjectCreationOperation made, MethodReading reading) =>
        Values.Unwrapped(written) is var given
        && (
            given == made
            || given is ILocalReferenceOperation { Local: var local }
                && reading.Locals.OnlyValue(local) is { } value
                && Values.Unwrapped(value) == made
        );

    /// <param name="made">The object that is written.</param>
    /// <param name="later">What is set once it is made.</param>
    /// <param name="revision">The revision that it is written under.</param>
    /// <param name="given">Tells which members surely have a value; null where the write may not be refused.</param>
    /// <param name="report">Takes what is found.</param>
    private static void CheckOne(
        IObjectCreationOperation made,
        LaterSettings later,
        int revision,
        GivenValues? given,
        Report report
    )
    {
        var initial = made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty;
        foreach (var set in initial.Where(set => !later.Replace(MemberOf(set))).Concat(later.Certain))
        {
            if (MemberOf(set) is { } property && report.Library.FieldSetBy(property.Property) is { } field)
                Check(
                    field,
                    Places.OfMember(property.Syntax),
                    revision,
                    isCertain: given?.IsSurelyGiven(set) == true,
                    report
                );
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
                Check(target.Owner, target.Location, revision, isCertain: true, report);
        }
    }

    private static void Check(FieldFacts field, Location location, int revision, bool isCertain, Report report)
    {
        if (field.IsServedBy(revision))
            return;
        var instead = field.ReplacedBy is { } path && field.Until < revision ? $"write {path} instead" : "leave it out";
        object[] arguments =
        [
            field.Property.Name,
            report.Library.Betas.OfShape(revision) is { } beta ? $"the shape of '{beta.Name}'" : "the current shape",
            instead,
        ];
        if (isCertain)
            report.At(location, arguments);
        else
            report.AtUncertain(location, arguments);
    }
}
