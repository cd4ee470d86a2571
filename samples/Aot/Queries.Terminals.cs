using FluentProfiles;

namespace Aot;

// Terminals, pages, errors, and what no query of the README needs: a condition that has to be compiled.
internal static partial class Queries
{
    private static async Task<string> Terminals()
    {
        var banned = Profiles.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        var howMany = await banned.CountAsync();
        var anyBusiness = await banned.AnyAsync(p => p.ExternalUserDetails.EntityType == EntityType.Business);
        var namesById = await banned.ToDictionaryAsync(p => p.Id, p => p.Name);
        await banned.ForEachAsync((p, cancellationToken) => NotifyAsync(p.Id, cancellationToken), workers: 4);

        return $"{howMany} {anyBusiness} {string.Join(' ', namesById)}";
    }

    private static async Task<string> OnePage()
    {
        static ValueTask<ProfilePage<string>> PageAsync(string? token, CancellationToken cancellationToken) =>
            Profiles
                .Query()
                .Where(p => p.Metadata["plan"] == "team")
                .Select(p => p.Id)
                .ToPageAsync(20, token, cancellationToken);

        var first = await PageAsync(null, default);
        var second = await PageAsync(first.ResumeToken, default);
        return string.Join(' ', first.Items.Concat(second.Items));
    }

    private static async Task<string> AllPages()
    {
        string? saved = null;
        List<string> imported = [];

        await foreach (var page in Profiles.Query().ResumeFrom(saved).AsPages())
        {
            imported.AddRange(page.Items.Select(p => p.Id));
            saved = page.ResumeToken;
        }

        return $"{imported.Count} {saved}";
    }

    private static async Task<string> Errors()
    {
        List<string> imported = [];

        string? token = null;
        try
        {
            await foreach (var profile in Profiles.Query())
                imported.Add(profile.Id);
        }
        catch (ProfilesOverloadedException failure)
        {
            Console.WriteLine($"{failure.Message} ({failure.RequestId})");
            token = failure.ResumeToken;
        }

        await foreach (var profile in Profiles.Query().ResumeFrom(token))
            imported.Add(profile.Id);

        return $"{imported.Count}";
    }

    public static async Task<string[]> PaidButStoppedAsync(ProfileQuery<UserProfile> profiles) =>
        await profiles
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata["plan"] != "free")
            .Select(p => p.Id)
            .ToArrayAsync();

    private static async Task<string> InMemory()
    {
        var service = await PaidButStoppedAsync(Profiles.Query());
        var profiles = await Profiles.Query().Take(1_000).ToListAsync();
        var memory = await PaidButStoppedAsync(ProfileQuery.FromItems(profiles));
        return string.Join(' ', service) + "\n" + string.Join(' ', memory);
    }

    private static async Task<string> Writes()
    {
        var client = Client;

        var report = await client
            .Query()
            .Where(p => p.ExternalUserDetails.EntityType == EntityType.Business)
            .ExecuteUpdateAsync(c =>
                c.SetName(p => p.Name!.Trim())
                    .SetMetadata("tier", p => p.Metadata["plan"] == "enterprise" ? "gold" : "silver")
                    .RemoveMetadata("trial")
                    .Set(p => p.AccessType, AccessType.Passthrough)
            );

        Console.WriteLine(report);
        foreach (var failure in report.Failures)
            Console.WriteLine($"{failure.Id}: {failure.Error.Message}");

        return $"{await client.Query().Where(p => p.Metadata["tier"] == "gold").CountAsync()}";
    }

    /// <summary>What the evaluator does not know is compiled, which without a compiler at run time means interpreted.</summary>
    private static async Task<string> Compiled()
    {
        var query = Profiles
            .Query()
            .Take(300)
            .Where(p => (p.Name.Length + p.Id[6]) % 7 == 3 && p.Metadata["plan"].Trim().Length > 2)
            .OrderBy(p => p.Metadata["plan"].Length)
            .Select(p => new Row(p.Id, p.Name.Substring(p.Name.IndexOf(' '))));

        return string.Join(' ', await query.ToListAsync());
    }

    private static ValueTask NotifyAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return ValueTask.CompletedTask;
    }
}
