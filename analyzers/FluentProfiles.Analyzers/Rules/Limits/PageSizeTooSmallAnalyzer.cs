using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0004: a page size that needs more requests than Take alone would.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PageSizeTooSmallAnalyzer() : QueryAnalyzer(Descriptors.PageSizeTooSmall)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains.Where(chain => !chain.StartsWithin))
        {
            // Of two page sizes the later counts.
            if (chain.Steps.LastOrDefault(step => step.Name == "WithPageSize") is not { } setting)
                continue;
            if (
                reading.Values.IntegerOf(setting.Argument("size")) is { } size
                && PageSizes.Of(setting, report.Library) is { } sizes
                && sizes.Has(size)
                && NeededBy(chain, reading.Values) is { } needed
                && Pages(needed, size) is var pages
                && Pages(needed, (int)sizes.Most) is var fewest
                && pages > fewest
            )
                report.At(setting.Location, size, pages, needed, fewest);
        }
    }

    private static long Pages(long profiles, int size) => (profiles + size - 1) / size;

    /// <summary>How many profiles the query needs, where nothing but Take and Skip decides that.</summary>
    private static long? NeededBy(QueryChain chain, Values values)
    {
        if (!chain.IsWhollySeen)
            return null;
        var (skipped, taken, isFiltered) = (0L, (long?)null, false);
        foreach (var step in chain.Steps)
        {
            isFiltered |= step.Predicate is not null || step.HasUnseenPredicate || step.IsOpaqueFilter;
            // Behind a filter, a window or a terminal may stop the run earlier.
            if (isFiltered && (taken is null || step.IsWindow) || StopsEarly(step))
                return null;
            if (!step.IsWindow)
                continue;
            if (values.IntegerOf(step.Argument("count")) is not { } count || count < 0)
                return null;
            if (step.Name == "Take")
                taken = Math.Min(taken ?? count, count);
            else
                (skipped, taken) = (skipped + count, taken is { } left ? Math.Max(0, left - count) : null);
        }
        return taken is { } needed ? skipped + needed : null;
    }

    private static bool StopsEarly(QueryStep step) =>
        step.Kind == StepKind.Terminal
        && (
            step.Name is "AnyAsync" or "AllAsync" or "ContainsAsync" or "ToPageAsync"
            || step.Name.StartsWith("First", StringComparison.Ordinal)
            || step.Name.StartsWith("Single", StringComparison.Ordinal)
            || step.Name.StartsWith("ElementAt", StringComparison.Ordinal)
        );
}
