using System.Globalization;
using BenchmarkDotNet.Running;
using FluentProfiles.Benchmarks.Mirrors;
using FluentProfiles.Benchmarks.Processes;
using FluentProfiles.Benchmarks.Reliability;
using FluentProfiles.Benchmarks.Report;

switch (args)
{
    case [ColdRun.Command, var reader, var file]:
        await ColdRun.ReadAsync(reader, file);
        return 0;
    case [ReportCommand.Command, .. var scenarios]:
        await ReportCommand.RunAsync(scenarios);
        return 0;
    case [MirrorCommand.Command, var profiles, .. var only]:
        await MirrorCommand.RunAsync(int.Parse(profiles, CultureInfo.InvariantCulture), only);
        return 0;
    case ["faults", var profiles]:
        Console.WriteLine(
            await FaultyScan.RunAsync(int.Parse(profiles, CultureInfo.InvariantCulture), TimeProvider.System)
        );
        return 0;
    case ["sync", var rows]:
        Console.WriteLine(await LargeSync.RunAsync(int.Parse(rows, CultureInfo.InvariantCulture), TimeProvider.System));
        return 0;
    case ["queries", var queries]:
        var count = int.Parse(queries, CultureInfo.InvariantCulture);
        Console.WriteLine(await ManyQueries.ThrottledAsync(count));
        Console.WriteLine(await ManyQueries.LimitedAsync(count));
        return 0;
}
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

// A benchmark that throws is a line of the report and no more, unless somebody looks.
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
    ? 1
    : 0;
