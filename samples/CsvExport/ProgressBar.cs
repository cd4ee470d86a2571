using Spectre.Console;

namespace CsvExport;

/// <summary>A bar on a terminal; nothing where the output is piped.</summary>
internal static class ProgressBar
{
    public static Task<T> ShowAsync<T>(Func<IProgress<double>, Task<T>> work) =>
        AnsiConsole
            .Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("export", maxValue: 1))));

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
