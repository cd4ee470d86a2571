using System.Globalization;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Rejects queries on a mirror that is incomplete, or older than the query allows.</summary>
/// <param name="AllowsPartial">True for a query that takes what there is.</param>
/// <param name="MaxStaleness">The greatest age; null for any.</param>
internal sealed record MirrorGate(bool AllowsPartial, TimeSpan? MaxStaleness)
{
    /// <summary>True if a query passes whatever the state.</summary>
    public bool IsOpen => AllowsPartial && MaxStaleness is null;

    /// <param name="completeAsOf">The start of the last complete full pass; null for none.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="MirrorNotReadyException">No full pass was completed yet.</exception>
    /// <exception cref="MirrorStaleException">The last one is too old.</exception>
    public void ThrowIfClosed(DateTimeOffset? completeAsOf, DateTimeOffset now)
    {
        if (completeAsOf is not { } asOf)
        {
            if (!AllowsPartial)
                throw new MirrorNotReadyException(
                    "The mirror is not complete: no full pass has completed since it was created or reset. Call mirror.RefreshAsync(), wait for the "
                        + "refresher, or write AllowPartial() to query what is stored so far."
                );
        }
        else if (MaxStaleness is { } most && now - asOf > most)
            throw new MirrorStaleException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mirror's data is from {asOf:yyyy-MM-dd'T'HH:mm:ss'Z'}, {Age(now - asOf)} ago, but the query allows at most {Age(most)}. "
                ) + "Call GetStatusAsync() to see why no newer pass is complete, or increase maxStaleness."
            )
            {
                AsOf = asOf,
            };
    }

    private static string Age(TimeSpan age) =>
        age.TotalHours >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0.#} hours")
        : age.TotalMinutes >= 2 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0.#} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0.###} seconds");
}
