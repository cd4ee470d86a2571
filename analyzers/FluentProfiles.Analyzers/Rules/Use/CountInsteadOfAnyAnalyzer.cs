using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0303: CountAsync() > 0 and its like.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountInsteadOfAnyAnalyzer() : QueryAnalyzer(Descriptors.CountInsteadOfAny)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var questions = new AnyQuestions(reading.Values, reading.Locals);
        foreach (var chain in reading.FinalChains)
        {
            if (chain.Terminal is { } terminal && CountOf(terminal) is { } count && !IsSmall(chain, report))
                Check(terminal, count, questions, report);
        }
    }

    private static void Check(QueryStep terminal, IOperation count, AnyQuestions questions, Report report)
    {
        if (questions.Of(count) is var (whole, any))
            report.At(
                whole.Syntax.GetLocation(),
                FixKeys.Of(FixKeys.Text, any ? "" : "!"),
                [Enumerations.AwaitOf(terminal.Call)!.Syntax.GetLocation(), terminal.NameLocation],
                terminal.Name
            );
        else if (questions.AsksOnlyForAny(count))
            report.At(terminal.NameLocation, terminal.Name);
    }

    // Counting what is in memory, what a Take bounds or what is looked up by id reads no listing.
    private static bool IsSmall(QueryChain chain, Report report) =>
        chain.Source.MayCostNothing
        || chain.Steps.Any(step => step is { IsWindow: true, Name: "Take" })
        || PointLookUps.MayBeIn(chain, report.Library);

    /// <summary>The operation that gives the number of items, or null.</summary>
    private static IOperation? CountOf(QueryStep terminal) =>
        Enumerations.AwaitOf(terminal.Call) is not { } wait ? null
        : terminal.Name is "CountAsync" or "LongCountAsync" ? wait
        : terminal.Name is "ToListAsync" or "ToArrayAsync"
            ? AnyQuestions.Outermost(wait).Parent as IPropertyReferenceOperation
                    is { Property.Name: "Count" or "Length" } size
                    ? size
                : null
        : null;
}
