using FluentProfiles.Operators;

namespace FluentProfiles.Running.Reporting;

/// <summary>Receives the progress of a query's runs for the caller of <c>WithProgress</c>.</summary>
internal sealed class QueryProgressReceiver(IProgress<QueryProgress> progress) : ProgressReceiver
{
    private readonly IProgress<QueryProgress> progress = progress;

    /// <summary>Gets the caller's receiver from the settings of a query; null for none.</summary>
    public static IProgress<QueryProgress>? In(QuerySettings settings) =>
        settings.Progress is QueryProgressReceiver receiver ? receiver.progress : null;
}
