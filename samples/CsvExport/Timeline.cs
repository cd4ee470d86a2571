using FluentProfiles;

namespace CsvExport;

/// <summary>The service reports no totals, but the oldest and the newest profile are a request each, and a listing by time
/// lies between them.</summary>
internal sealed record Timeline(DateTimeOffset Oldest, DateTimeOffset Newest)
{
    public static async Task<Timeline> OfAsync(ProfileQuery<UserProfile> profiles, CancellationToken cancellationToken)
    {
        var times = profiles.Select(p => p.CreatedAt);
        return new(
            await times.FirstOrDefaultAsync(cancellationToken),
            await times.LastOrDefaultAsync(cancellationToken)
        );
    }

    public double ShareAt(DateTimeOffset time) =>
        Newest == Oldest ? 1 : Math.Clamp((time - Oldest) / (Newest - Oldest), 0, 1);
}
