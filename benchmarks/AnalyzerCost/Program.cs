using AnalyzerCost;

if (!args.Contains("build"))
    await EditCost.MeasureAsync();
if (!args.Contains("edit"))
    BuildCost.Measure();
