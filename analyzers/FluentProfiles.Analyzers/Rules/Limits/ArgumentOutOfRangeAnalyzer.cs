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
            else if (ranged is IInvocationOperation call && !HasOtherRule(call.TargetMethod, report))
                Check(call.Arguments, reading.Values, report);
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

    // FP0001 and FP0002 say more of these.
    private static bool HasOtherRule(IMethodSymbol method, Report report) =>
        method.Name is "WithPageSize" or "Take" or "Skip" && report.Library.IsQuery(method.ContainingType);
}
