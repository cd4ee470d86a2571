namespace FluentProfiles.Mirror.Passes;

/// <summary>What a pass has done so far.</summary>
/// <param name="Requests">Requests sent, including retries.</param>
/// <param name="Read">Profiles in the pages.</param>
/// <param name="Added">Rows added.</param>
/// <param name="Changed">Rows replaced.</param>
/// <param name="Removed">Rows removed.</param>
/// <param name="Missing">Rows that are stored but not listed.</param>
/// <param name="ChangedAgain">Replaced rows that passes before this one have replaced, which were stopped.</param>
internal readonly record struct PassCounts(
    long Requests,
    long Read,
    long Added,
    long Changed,
    long Removed,
    long Missing,
    long ChangedAgain = 0
);
