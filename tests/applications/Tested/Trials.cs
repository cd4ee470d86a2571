using FluentProfiles;

namespace Tested;

/// <summary>The code under test: customers on trial.</summary>
public sealed class Trials(IProfilesClient profiles, TimeProvider clock)
{
    /// <summary>Starts a trial and returns the profile's id. A customer whose create got no answer is looked for, not created
    /// twice.</summary>
    public async Task<string> StartAsync(string reference, string name, CancellationToken ct)
    {
        NewProfile wanted = new()
        {
            Name = name,
            Metadata = new() { ["plan"] = "trial" },
            ExternalUserDetails = new() { ReferenceId = reference },
        };
        try
        {
            return (await profiles.CreateAsync(wanted, cancellationToken: ct)).Id;
        }
        catch (ProfilesUnknownOutcomeException)
        {
            var existing = await profiles
                .Query()
                .Take(100)
                .FirstOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == reference, ct);
            if (existing is null)
                throw;
            return existing.Id;
        }
    }

    /// <summary>Moves a customer to a plan. False if there is no such customer.</summary>
    public async Task<bool> UpgradeAsync(string id, string plan, CancellationToken ct)
    {
        try
        {
            await profiles.UpdateAsync(id, new() { Metadata = new() { ["plan"] = plan } }, cancellationToken: ct);
            return true;
        }
        catch (ProfilesNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Deletes trials that are older than 30 days and returns how many.</summary>
    public async Task<long> EndAsync(CancellationToken ct)
    {
        var limit = clock.GetUtcNow().AddDays(-30);
        var report = await profiles
            .Query()
            .Where(p => p.CreatedAt < limit && p.Metadata["plan"] == "trial")
            .ExecuteDeleteAsync(new() { VerifyEach = true }, ct);
        return report.Written;
    }
}
