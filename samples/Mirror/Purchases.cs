using FluentProfiles;
using Microsoft.EntityFrameworkCore;

namespace Mirror;

/// <summary>The purchases that the sample makes up, once, since a new database has none.</summary>
internal static class Purchases
{
    private const int Customers = 2_000;

    public static async Task AddAsync(
        ProfileMirror mirror,
        IDbContextFactory<DirectoryContext> contexts,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Purchases.AnyAsync(cancellationToken))
            return;
        var references = await mirror
            .Query()
            .Where(p => p.ExternalUserDetails.ReferenceId != null)
            .Select(p => p.ExternalUserDetails.ReferenceId!)
            .Take(Customers)
            .ToListAsync(cancellationToken);
        Random random = new(42);
        foreach (var reference in references)
        {
            for (var left = random.Next(4); left > 0; left--)
                db.Purchases.Add(new() { Customer = reference, Cents = random.Next(500, 100_000) });
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
