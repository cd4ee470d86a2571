namespace FluentProfiles.Writing.Bulk;

/// <summary>Follows a bulk write through the pages of its query, and keeps the token behind the last page of which every profile
/// is done with: several writes are under way at once, and one of an earlier page may be the last to end. Thread-safe.</summary>
/// <param name="next">Receives the progress reports of the query; null for none.</param>
internal sealed class CompletedPages(IProgress<QueryProgress>? next) : IProgress<QueryProgress>
{
    private readonly object gate = new();
    private readonly Queue<QueryProgress> reports = [];
    private readonly SortedSet<long> underWay = [];
    private long given;
    private string? token;

    /// <summary>Where another run of the query finds every profile that is not done with; null for its start.</summary>
    public string? Token
    {
        get
        {
            lock (gate)
                return token;
        }
    }

    /// <summary>Returns the number of a profile that the query has given.</summary>
    public long Begin()
    {
        lock (gate)
        {
            underWay.Add(given);
            return given++;
        }
    }

    /// <summary>Notes that a profile is done with.</summary>
    public void End(long number)
    {
        lock (gate)
        {
            underWay.Remove(number);
            Advance();
        }
    }

    public void Report(QueryProgress value)
    {
        lock (gate)
        {
            reports.Enqueue(value);
            Advance();
        }
        next?.Report(value);
    }

    private void Advance()
    {
        var completed = underWay.Count == 0 ? given : underWay.Min;
        while (reports.TryPeek(out var report) && report.Returned <= completed)
            token = reports.Dequeue().ResumeToken;
    }
}
