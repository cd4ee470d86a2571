namespace FluentProfiles;

/// <summary>How far a run is: reported after each page whose items were all delivered, and at the end, be it early.</summary>
/// <param name="Requests">Requests sent, retries included.</param>
/// <param name="Retries">How many of them were retries.</param>
/// <param name="Read">Profiles read from the service.</param>
/// <param name="Returned">Items that the query gave, without those of a page that was not delivered whole: the token's run
/// gives them again.</param>
/// <param name="Bytes">Bytes of answers, decompressed.</param>
/// <param name="ResumeToken">Where another run goes on after the items of the pages that were delivered whole; null at the
/// end.</param>
public sealed record QueryProgress(
    long Requests,
    long Retries,
    long Read,
    long Returned,
    long Bytes,
    string? ResumeToken
)
{
    /// <summary>The plan that runs, to be held against these figures.</summary>
    public QueryPlan? Plan { get; init; }

    /// <summary>The text that <c>TagWith</c> gave the query; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>How long the latest request took that has ended, successful or not: from its start to the last byte of its answer,
    /// without the waits before it. Null where nothing was sent.</summary>
    public TimeSpan? LastRequestDuration { get; init; }
}
