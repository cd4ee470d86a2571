namespace FluentProfiles;

/// <summary>The progress of a run. It is reported after each page whose items were all returned, and when the run ends,
/// even if it ends early.</summary>
/// <param name="Requests">The number of requests sent, including retries.</param>
/// <param name="Retries">The number of retries among the requests.</param>
/// <param name="Read">The number of profiles read from the service.</param>
/// <param name="Returned">The number of items that the query returned, without those of a page that was returned only
/// in part. A run that resumes from the token returns the items of that page again.</param>
/// <param name="Bytes">The number of bytes in responses, after decompression.</param>
/// <param name="ResumeToken">The position from which another run resumes, after the last page that was returned
/// completely; null at the end.</param>
public sealed record QueryProgress(
    long Requests,
    long Retries,
    long Read,
    long Returned,
    long Bytes,
    string? ResumeToken
)
{
    /// <summary>The plan of the run, for comparison with these figures.</summary>
    public QueryPlan? Plan { get; init; }

    /// <summary>The tag of the query (<c>TagWith</c>), or null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>The duration of the last completed request, successful or not: from its start to the last byte of its
    /// response, without the delays before it. Null if nothing was sent.</summary>
    public TimeSpan? LastRequestDuration { get; init; }
}
