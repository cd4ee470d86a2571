using BenchmarkDotNet.Running;
using FluentProfiles.Benchmarks.Processes;

switch (args)
{
    case [ColdRun.Command, var reader, var file]:
        await ColdRun.ReadAsync(reader, file);
        return 0;
    case ["cold"]:
        Console.WriteLine(await ColdRun.MeasureAsync());
        return 0;
    case ["heap"]:
        Console.WriteLine(await LiveHeap.MeasureAsync());
        return 0;
}
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

// A benchmark that throws is a line of the report and no more, unless somebody looks.
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
    ? 1
    : 0;
