using AnalyzerCost;

await EditCost.MeasureAsync();
if (!args.Contains("edit"))
    BuildCost.Measure();
