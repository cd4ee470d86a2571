using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0001: a page size outside 1 to 100.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PageSizeOutOfRangeAnalyzer() : QueryAnalyzer(Descriptors.PageSizeOutOfRange)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var step in reading.Steps)
        {
            if (
                step.Name == "WithPageSize"
                && step.Argument("size") is { } size
                && reading.Values.IntegerOf(size) is { } given
                && PageSizes.Of(step, report.Library)?.NearestTo(given) is { } nearest
            )
                report.At(size.Syntax.GetLocation(), FixKeys.Of(FixKeys.Text, nearest), null, given, nearest);
        }
    }
}
