using FluentProfiles;

namespace Mirror.Serving;

/// <summary>How fresh the mirror is, as the page shows it. What has failed is in the log.</summary>
internal sealed record Freshness(
    bool IsReady,
    long Rows,
    DateTimeOffset? AsOf,
    DateTimeOffset? NewAsOf,
    DateTimeOffset? StatusesAsOf,
    string? Refresher,
    bool HasFailed
)
{
    public static Freshness Of(MirrorStatus status) =>
        new(
            status.IsReady,
            status.Rows,
            status.AsOf,
            status.NewAsOf,
            status.StatusesAsOf,
            status.Refresher,
            status.LastError is not null
        );
}
