using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0006: a constant that a parameter or property of the library does not take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentOutOfRangeAnalyzer() : QueryAnalyzer(Descriptors.ArgumentOutOfRange)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var ranged in reading.Ranged)
        {
            if (ranged is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } set)
                Check(target.Property, set.Value, reading.Values, report);
            else if (!HasOtherRule(ranged, report))
                Check(ArgumentsOf(ranged), reading.Values, report);
        }
    }

    private static void Check(ImmutableArray<IArgumentOperation> arguments, Values values, Report report)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                Check(parameter, argument.Value, values, report);
        }
    }

    private static void Check(ISymbol place, IOperation value, Values values, Report report)
    {
        if (report.Library.Ranges.Find(place) is { } range && RangeFault.Of(range, value, values) is { } fault)
            report.At(
                value.Syntax.GetLocation(),
                fault.Nearest is { } nearest ? FixKeys.Of(FixKeys.Text, nearest) : null,
                null,
                fault.Given,
                place.Name,
                fault.Rule
            );
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation ranged) =>
        ranged switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation made => made.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };

    // FP0001 and FP0002 say more of these.
    private static bool HasOtherRule(IOperation ranged, Report report) =>
        ranged is IInvocationOperation { TargetMethod: { Name: "WithPageSize" or "Take" or "Skip" } method }
        && report.Library.IsQuery(method.ContainingType);
}
