using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0109: a field that only older shapes serve, where no beta is in sight.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutdatedFieldAnalyzer() : QueryAnalyzer(Descriptors.OutdatedField)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (
            var read in reading.FinalChains.Where(chain => chain.HasNoShapeInSight).SelectMany(chain => chain.Fields)
        )
            Check(read, report);
        if (
            reading.LooseFields.Count == 0
            || reading.Mentions.Any(mention => mention.Known is not { ChoosesShape: false })
        )
            return;
        foreach (var read in reading.LooseFields)
            Check(read, report);
    }

    private static void Check(FieldRead read, Report report)
    {
        var current = report.Library.CurrentRevision;
        if (read.Facts.Until < current)
            report.At(
                read.Location,
                Replacement.FixFor(read, current, report.Library),
                null,
                read.Name,
                Replacement.AdviceFor(read, current, report.Library)
            );
    }
}
