using FluentProfiles;
using Microsoft.EntityFrameworkCore;

namespace Nightly;

/// <summary>Brings the profiles in line with the customers of the database, every night at two.</summary>
public sealed class NightlySync(
    IProfilesClient profiles,
    IDbContextFactory<CustomersDb> databases,
    TimeProvider clock,
    ILogger<NightlySync> logger
) : BackgroundService
{
    public async Task<SyncReport> RunOnceAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await profiles.SyncAsync(
            db.Customers.AsNoTracking().AsAsyncEnumerable(),
            customer => customer.Reference,
            profile => profile.ExternalUserDetails.ReferenceId,
            customer => new NewProfile
            {
                Name = customer.Name,
                Metadata = new() { ["plan"] = customer.Plan },
                ExternalUserDetails = new() { ReferenceId = customer.Reference },
            },
            new()
            {
                OwnershipKey = "managed-by",
                OwnershipValue = "nightly",
                AllowDeletes = true,
                MaxDeletedShare = 0.05,
                Created = (reference, profile) => KeepIdAsync(reference, profile.Id, ct),
            },
            ct
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var now = clock.GetLocalNow();
            var next = now.Date.AddDays(now.Hour < 2 ? 0 : 1).AddHours(2);
            await Task.Delay(next - now.DateTime, clock, stoppingToken);
            try
            {
                logger.LogInformation("Synchronized: {Report}", await RunOnceAsync(stoppingToken));
            }
            catch (ProfilesException failure)
            {
                logger.LogError(failure, "The sync ended early. The next night continues.");
            }
        }
    }

    private async ValueTask KeepIdAsync(string reference, string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db
            .Customers.Where(c => c.Reference == reference)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.ProfileId, id), ct);
    }
}
