using FluentProfiles;
using Microsoft.EntityFrameworkCore;

namespace Mirror.Serving;

/// <summary><c>GET /api/overview</c>: how many customers have each status, and which plans there are. Both are queries of EF Core
/// over the mirror's tables.</summary>
/// <param name="Total">The number of customers.</param>
/// <param name="Statuses">The number of customers by status.</param>
/// <param name="Plans">The values of <c>plan</c> in the metadata.</param>
/// <param name="IsEmulated">True if the page may change customers at the service.</param>
internal sealed record Overview(long Total, IReadOnlyDictionary<string, int> Statuses, string[] Plans, bool IsEmulated)
{
    public static async Task<Overview> GetAsync(
        ProfileMirror mirror,
        IDbContextFactory<DirectoryContext> contexts,
        bool isEmulated,
        CancellationToken cancellationToken
    )
    {
        var status = await mirror.GetStatusAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var statuses = await db
            .Profiles.Where(profile => profile.Scope == status.Scope)
            .GroupBy(profile => profile.EnforcementStatus ?? "")
            .ToDictionaryAsync(profiles => profiles.Key, profiles => profiles.Count(), cancellationToken);
        var plans = await db.Set<MirroredMetadata>()
            .Where(pair => pair.Scope == status.Scope && pair.Key == "plan")
            .Select(pair => pair.Value)
            .Distinct()
            .Order()
            .ToArrayAsync(cancellationToken);
        return new(status.Rows, statuses, plans, isEmulated);
    }
}
