using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0109: a field that only older shapes serve, where no beta is in sight.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutdatedFieldAnalyzer() : QueryAnalyzer(Descriptors.OutdatedField)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var inOptions = reading.ClientLevels.Any(level => level.Mentions.Any(MayChooseShape));
        var inAny = inOptions || reading.Mentions.Any(MayChooseShape);
        // What a branch chose is out of sight behind it, and a client may have been made of the options.
        foreach (var chain in reading.FinalChains.Where(chain => chain.HasNoShapeInSight))
        {
            if (chain.IsWhollySeen ? inOptions : inAny)
                continue;
            foreach (var read in chain.Fields)
                Check(read, report);
        }
        if (inAny)
            return;
        foreach (var read in reading.LooseFields)
            Check(read, report);
    }

    private static bool MayChooseShape(BetaMention mention) => mention.Known is not { ChoosesShape: false };

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
