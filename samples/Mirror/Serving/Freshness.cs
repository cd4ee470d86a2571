using FluentProfiles;

namespace Mirror.Serving;

/// <summary>How fresh the mirror is, as the page shows it.</summary>
internal sealed record Freshness(
    bool IsReady,
    long Rows,
    DateTimeOffset? AsOf,
    DateTimeOffset? NewAsOf,
    DateTimeOffset? StatusesAsOf,
    string? Refresher,
    string? LastError
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
            status.LastError
        );
}
