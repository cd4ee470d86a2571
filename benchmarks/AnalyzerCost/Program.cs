using AnalyzerCost;

await EditCost.MeasureAsync();
BuildCost.Measure();
