namespace FluentProfiles.Writing.Bulk;

/// <summary>Keeps the resume token of a query's latest progress report, and passes the reports on.</summary>
/// <param name="next">Receives the reports; null for none.</param>
internal sealed class LatestToken(IProgress<QueryProgress>? next) : IProgress<QueryProgress>
{
    public string? Token { get; private set; }

    public void Report(QueryProgress value)
    {
        Token = value.ResumeToken;
        next?.Report(value);
    }
}
