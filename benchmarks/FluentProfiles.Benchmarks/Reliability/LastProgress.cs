namespace FluentProfiles.Benchmarks.Reliability;

/// <summary>Keeps the last report.</summary>
internal sealed class LastProgress : IProgress<QueryProgress>
{
    public QueryProgress? Last { get; private set; }

    public void Report(QueryProgress value) => Last = value;
}
