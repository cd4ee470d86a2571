using System.Globalization;
using FluentProfiles;
using Spectre.Console;

namespace Mirror;

/// <summary>A progress bar for a full pass on a terminal; at most some lines where the output is piped. The service reports no total, so
/// the bar of a first load has no end.</summary>
internal static class LoadProgress
{
    /// <param name="known">The number of profiles in the mirror; 0 before the first load.</param>
    /// <param name="pass">The pass.</param>
    public static Task<MirrorPassReport> ShowAsync(
        long known,
        Func<IProgress<MirrorPassReport>, Task<MirrorPassReport>> pass
    ) =>
        AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(TextOf(0), maxValue: Math.Max(1, known));
                task.IsIndeterminate = known == 0;
                return pass(new Bar(task));
            });

    private static string TextOf(long read) => string.Create(CultureInfo.InvariantCulture, $"{read:N0} profiles");

    private sealed class Bar(ProgressTask task) : IProgress<MirrorPassReport>
    {
        public void Report(MirrorPassReport value) => (task.Value, task.Description) = (value.Read, TextOf(value.Read));
    }
}
