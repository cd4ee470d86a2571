using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0104: two user-profiles betas on one level. Reported at the later one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConflictingBetasAnalyzer() : QueryAnalyzer(Descriptors.ConflictingBetas)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var removals = new BetaRemovals(reading, report.Owner);
        foreach (var level in reading.Levels.Where(level => level.IsConflicting && !MayOnlyBeShown(level, reading)))
        {
            var first = level.Shapes[0];
            var newest = level.Shapes.Max(mention => mention.Known!.Shape);
            var older = level.Shapes.Where(mention => mention.Known!.Shape != newest).ToList();
            var fix = removals.FixFor(older, [.. level.Shapes.Except(older)]);
            var others = older.ConvertAll(mention => mention.Location);
            foreach (var later in level.Shapes.Where(mention => mention.Known!.Shape != first.Known!.Shape))
                report.At(later.Location, fix, others, first.Known!.Name, later.Known!.Name);
        }
    }

    private static bool MayOnlyBeShown(BetaLevel level, MethodReading reading)
    {
        var queries = reading.FinalChains.Where(chain => level.Shapes.All(chain.Betas.Names)).ToList();
        return queries.Count > 0 && queries.TrueForAll(chain => PassedOn.MayOnlyBeShown(chain, reading));
    }
}
