using FluentProfiles;
using Microsoft.EntityFrameworkCore;

namespace Mirror;

/// <summary>Answers from the mirror what the service answers only to a client that reads every profile.</summary>
internal sealed class CustomerDirectory(ProfileMirror mirror, IDbContextFactory<DirectoryContext> contexts)
{
    /// <summary>Finds a customer by the platform's own reference.</summary>
    /// <returns>The profile, or null where there is none.</returns>
    public ValueTask<UserProfile?> FindAsync(string reference, CancellationToken cancellationToken = default) =>
        mirror.Query().FirstOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == reference, cancellationToken);

    /// <summary>Returns how many customers have a plan.</summary>
    public ValueTask<int> CountAsync(string plan, CancellationToken cancellationToken = default) =>
        mirror.Query().CountAsync(p => p.Metadata["plan"] == plan, cancellationToken);

    /// <summary>Returns the newest customers of a plan.</summary>
    public ValueTask<List<UserProfile>> NewestAsync(
        string plan,
        int count,
        CancellationToken cancellationToken = default
    ) => mirror.Query().Where(p => p.Metadata["plan"] == plan).Take(count).ToListAsync(cancellationToken);

    /// <summary>Returns the stopped customers who have bought most. This is a query of EF Core: it joins the mirror's table
    /// with one of the application.</summary>
    public async Task<List<StoppedCustomer>> StoppedAsync(int count, CancellationToken cancellationToken = default)
    {
        string[] stopped = [EnforcementStatus.Values.Restricted, EnforcementStatus.Values.Banned];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
            .Profiles.Where(profile => stopped.Contains(profile.EnforcementStatus))
            .Join(
                db.Purchases,
                profile => profile.ReferenceId,
                purchase => purchase.Customer,
                (profile, purchase) =>
                    new
                    {
                        profile.EnforcementStatus,
                        purchase.Customer,
                        purchase.Cents,
                    }
            )
            .GroupBy(row => new { row.Customer, row.EnforcementStatus })
            .OrderByDescending(rows => rows.Sum(row => row.Cents))
            .ThenBy(rows => rows.Key.Customer)
            .Take(count)
            .Select(rows => new StoppedCustomer(
                rows.Key.Customer,
                rows.Key.EnforcementStatus!,
                rows.Count(),
                rows.Sum(row => row.Cents)
            ))
            .ToListAsync(cancellationToken);
    }
}
