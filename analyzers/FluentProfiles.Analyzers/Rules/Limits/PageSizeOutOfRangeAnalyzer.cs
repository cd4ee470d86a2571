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
            if (step.Name != "WithPageSize" || step.Argument("size") is not { } size)
                continue;
            if (reading.Values.IntegerOf(size) is { } given and (< 1 or > Paging.LargestPage))
            {
                var nearest = given < 1 ? "1" : "100";
                report.At(size.Syntax.GetLocation(), FixKeys.Of(FixKeys.Text, nearest), null, given, nearest);
            }
        }
    }
}
