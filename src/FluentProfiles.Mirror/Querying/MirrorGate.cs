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
                    "The mirror is not complete: no full pass has ended since it was made or reset. Run mirror.RefreshAsync(), wait for the refresher, or "
                        + "write AllowPartial() to query what there is."
                );
        }
        else if (MaxStaleness is { } most && now - asOf > most)
            throw new MirrorStaleException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mirror is as of {asOf:yyyy-MM-dd'T'HH:mm:ss'Z'}, {Age(now - asOf)} ago, and the query allows {Age(most)}. Look at GetStatusAsync() for why no newer "
                ) + "pass has ended, or allow more."
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
