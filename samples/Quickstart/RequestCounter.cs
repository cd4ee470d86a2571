using FluentProfiles;

namespace Quickstart;

/// <summary>Keeps the latest report of a run. <see cref="Progress{T}"/> would post it to another thread, perhaps too
/// late.</summary>
internal sealed class RequestCounter : IProgress<QueryProgress>
{
    private long requests;

    public void Report(QueryProgress value) => requests = value.Requests;

    public override string ToString() => requests == 1 ? "1 request" : $"{requests} requests";
}
