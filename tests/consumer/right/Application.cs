using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles;

// Code as people write it: nothing here deserves a warning.
public sealed record Customer(string Id, string? Name);

public sealed class Row
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public DateTimeOffset Created { get; set; }
}

public sealed class CustomerFilter
{
    public string? Plan { get; set; }
    public EnforcementStatus? Status { get; set; }
    public DateTimeOffset? Since { get; set; }
    public bool NewestFirst { get; set; }
    public int? Limit { get; set; }
}

public sealed class Application(IProfilesClient client, TimeProvider clock)
{
    private const int PageSize = 50;
    private static readonly EnforcementStatus[] Stopped = [EnforcementStatus.Restricted, EnforcementStatus.Banned];
    private static readonly AnthropicBeta[] Betas = [AnthropicBeta.UserProfilesBilling2026_10_01];
    private readonly HashSet<string> known = [];
    private int count;

    public ProfileQuery<UserProfile> All => client.Query();

    public async Task ReportAsync(string plan, CancellationToken token)
    {
        // 1-10: listings and filters
        var a1 = await client.Query().ToListAsync(token);
        var a2 = await client.Query().Take(10).ToArrayAsync(token);
        var a3 = await client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Pending).ToListAsync(token);
        var a4 = await client.Query().Where(p => Stopped.Contains(p.EnforcementStatus)).CountAsync(token);
        var a5 = await client.Query().Where(p => p.Metadata["plan"] == plan).Select(p => p.Id).ToListAsync(token);
        var a6 = await client.Query().Where(p => p.Metadata.ContainsKey("plan")).CountAsync(token);
        var a7 = await client.Query().Where(p => p.CreatedAt > DateTimeOffset.UtcNow.AddDays(-7)).ToListAsync(token);
        var a8 = await client
            .Query()
            .Where(p =>
                p.CreatedAt >= new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)
                && p.CreatedAt < new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)
            )
            .ToListAsync(token);
        var a9 = await client.Query().Where(p => p.Name != null && p.Name.StartsWith("A")).ToListAsync(token);
        var a10 = await client
            .Query()
            .Where(p => p.Name!.Contains("acme", StringComparison.OrdinalIgnoreCase))
            .ToListAsync(token);
        // 11-20: ids, elements
        var b1 = await client.Query().FirstOrDefaultAsync(p => p.Id == plan, token);
        var b2 = await client.Query().Where(p => known.Contains(p.Id)).ToListAsync(token);
        var b3 = await client
            .Query()
            .Where(p => new[] { "uprof_1", "uprof_2" }.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, token);
        var b4 = await client.Query().FirstAsync(token);
        var b5 = await client.Query().OrderBy(p => p.Name).FirstOrDefaultAsync(token);
        var b6 = await client.Query().LastAsync(token);
        var b7 = await client.Query().SingleOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == plan, token);
        var b8 = await client.Query().AnyAsync(p => p.Metadata["owner"] == null, token);
        var b9 = await client.Query().AllAsync(p => p.EnforcementStatus == EnforcementStatus.Unrestricted, token);
        var b10 = await client.Query().ElementAtAsync(3, token);
        // 21-30: orders and windows
        var c1 = await client.Query().OrderByDescending(p => p.CreatedAt).Take(100).ToListAsync(token);
        var c2 = await client.Query().OrderBy().Skip(20).Take(20).ToListAsync(token);
        var c3 = await client.Query().Take(500).OrderBy(p => p.UpdatedAt).ToListAsync(token);
        var c4 = await client.Query().OrderBy(p => p.Name).WithPageSize(PageSize).ToListAsync(token);
        var c5 = await client.Query().Reverse().Take(5).ToListAsync(token);
        var c6 = await client.Query().MinByAsync(p => p.CreatedAt, cancellationToken: token);
        var c7 = await client.Query().MaxAsync(p => p.UpdatedAt, token);
        var c8 = await client
            .Query()
            .AsAsyncEnumerable()
            .OrderBy(p => p.UpdatedAt)
            .ThenBy(p => p.Name)
            .ToListAsync(token);
        var c9 = await client.Query().Where(p => known.Contains(p.Id)).OrderBy(p => p.UpdatedAt).ToListAsync(token);
        var c10 = await (
            from p in client.Query()
            where p.Name.Length > 3
            orderby p.Name descending
            select new { p.Id, p.Name }
        )
            .Take(5)
            .ToListAsync(token);
        // 31-40: projections
        var d1 = await client
            .Query()
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.ExternalUserDetails.Country,
            })
            .ToListAsync(token);
        var d2 = await client
            .Query()
            .Select(p => new Row
            {
                Id = p.Id,
                Name = p.Name,
                Created = p.CreatedAt,
            })
            .OrderBy(r => r.Created)
            .ToListAsync(token);
        var d3 = await client.Query().Select(p => new Customer(p.Id, p.Name)).ToListAsync(token);
        var d4 = await client
            .Query()
            .Select(p => new Row { Id = p.Id, Name = p.Name })
            .Where(r => r.Name != null)
            .OrderBy()
            .ToListAsync(token);
        var d5 = await (
            from p in client.Query()
            let n = p.Name
            let c = p.CreatedAt
            where n != null
            orderby c
            select n
        ).ToListAsync(token);
        var d6 = await client
            .Query()
            .WithDetails()
            .Where(p => p.Programs.Efs != null)
            .Select(p => p.Programs.Cyber.Tiers)
            .ToListAsync(token);
        var d7 = await client.Query().Select(p => $"{p.Id} {p.Name}").ToListAsync(token);
        var d8 = await client.Query().Select(p => p.TrustGrantsOrNone()).ToListAsync(token);
        var d9 = await client.Query().Select(p => p.EnforcementActions.Count).ToListAsync(token);
        var d10 = await client.Query().Where(p => p.EnforcementActions.Any(e => e.Id == "enac_1")).CountAsync(token);
        // 41-50: settings
        var e1 = await client.Query().WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01).CountAsync(token);
        var e2 = await client.Query().WithBeta(Betas).Take(1).ToListAsync(token);
        var e3 = await client.Query().WithWorkspace("wrkspc_1").WithPrefetch(2).WithMaxRequests(10).ToListAsync(token);
        var e4 = await client.Query().WithTwoEndedScan().CountAsync(token);
        var e5 = client.Query().Where(p => p.Name == plan).Explain().ToString();
        var e6 = await client.Query().ResumeFrom(null).ToPageAsync(20, null, token);
        var e7 = await client.Query().WithPageSize(10).Take(10).ToListAsync(token);
        var e8 = await client
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_08_18)
            .Where(p => p.ExternalId == plan)
            .FirstOrDefaultAsync(token);
        var e9 = await client
            .Query()
            .WithBeta("user-profiles-2026-03-24")
            .Select(p => new
            {
                p.Id,
                p.ExternalId,
                p.Relationship,
                p.TrustGrants,
            })
            .Take(5)
            .ToListAsync(token);
        var e10 = await client
            .Query()
            .WithBeta(new AnthropicBeta("user-profiles-billing-2026-10-01"))
            .CountAsync(token);
        Console.WriteLine((a1, a2, a3, a4, a5, a6, a7, a8, a9, a10));
        Console.WriteLine((b1, b2, b3, b4, b5, b6, b7, b8, b9, b10));
        Console.WriteLine((c1, c2, c3, c4, c5, c6, c7, c8, c9, c10));
        Console.WriteLine((d1, d2, d3, d4, d5, d6, d7, d8, d9, d10));
        Console.WriteLine((e1, e2, e3, e4, e5, e6, e7, e8, e9, e10));
    }

    public async Task<List<UserProfile>> SearchAsync(CustomerFilter filter, CancellationToken token)
    {
        var query = client.Query();
        if (filter.Plan is { } plan)
            query = query.Where(p => p.Metadata["plan"] == plan);
        if (filter.Status is { } status)
            query = query.Where(p => p.EnforcementStatus == status);
        if (filter.Since is { } since)
            query = query.Where(p => p.CreatedAt >= since);
        query = filter.NewestFirst ? query.OrderByDescending(p => p.CreatedAt) : query.OrderBy(p => p.Name);
        if (filter.Limit is { } limit)
            query = query.Take(limit);
        return await query.ToListAsync(token);
    }

    public async Task<List<UserProfile>> SwitchAsync(string order, bool desc, CancellationToken token)
    {
        var query = client.Query().Where(p => p.Name != null);
        query = (order, desc) switch
        {
            ("name", false) => query.OrderBy(p => p.Name),
            ("name", true) => query.OrderByDescending(p => p.Name),
            (_, false) => query.OrderBy(p => p.CreatedAt),
            _ => query.OrderByDescending(p => p.CreatedAt),
        };
        return await query.Take(100).ToListAsync(token);
    }

    public async IAsyncEnumerable<Customer> StreamAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        await foreach (
            var p in client.Query().Where(p => p.AccessType == AccessType.Passthrough).WithCancellation(token)
        )
            yield return new Customer(p.Id, p.Name);
    }

    public Task<int> CountAsync(Expression<Func<UserProfile, bool>> predicate) =>
        client.Query().Where(predicate).CountAsync().AsTask();

    public async Task<bool> HasManyAsync() => await client.Query().CountAsync() > 1000;

    public async Task PollAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            var stopped = await client
                .Query()
                .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
                .ToListAsync(token);
            count = stopped.Count;
            await Task.Delay(TimeSpan.FromMinutes(5), clock, token);
        }
    }

    public async Task RetryAsync()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                await client.Query().Where(p => p.Metadata["a"] == "b").Take(100).ToListAsync();
                return;
            }
            catch (ProfilesOverloadedException)
            {
                await Task.Delay(1000);
            }
        }
    }

    public async Task PerStatusAsync()
    {
        foreach (var status in Stopped)
            Console.WriteLine(await client.Query().Where(p => p.EnforcementStatus == status).CountAsync());
    }

    public async Task LookUpAsync(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            var p = await client.Query().FirstOrDefaultAsync(p => p.Id == id);
            if (p is null || p.ExternalUserDetails.Country is null)
                continue;
            Console.WriteLine(p.Programs.Efs?.Status);
        }
        foreach (var chunk in ids.Chunk(100))
            Console.WriteLine((await client.Query().Where(p => chunk.Contains(p.Id)).ToListAsync()).Count);
    }

    public async Task PagesAsync()
    {
        await foreach (var page in client.Query().AsPages())
        foreach (var p in page.Items)
            Console.WriteLine(p.Name?.Length);
        string? token = null;
        do
        {
            var page = await client.Query().Where(p => p.Metadata["plan"] == "team").ToPageAsync(20, token);
            token = page.ResumeToken;
        } while (token != null);
    }

    public async Task EverywhereAsync(IEnumerable<string> workspaces, IEnumerable<ProfilesClient> clients)
    {
        foreach (var workspace in workspaces)
            Console.WriteLine(await client.Query().WithWorkspace(workspace).CountAsync());
        foreach (var other in clients)
            Console.WriteLine(await other.Query().CountAsync());
    }

    public async Task<int> RetriedCountAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await client.Query().CountAsync();
            }
            catch (ProfilesException) when (attempt < 3)
            {
                await Task.Delay(1000);
            }
        }
    }

    public async Task ParallelAsync()
    {
        var tasks = Stopped.Select(status =>
            client.Query().Where(p => p.EnforcementStatus == status).CountAsync().AsTask()
        );
        var counts = await Task.WhenAll(tasks);
        await client.Query().ForEachAsync(async (p, ct) => await Task.Delay(count, ct), workers: 8);
        Console.WriteLine(counts.Sum());
    }

    public static ProfileQuery<UserProfile> Recent(ProfileQuery<UserProfile> profiles, TimeProvider clock) =>
        profiles.Where(p => p.CreatedAt > clock.GetUtcNow().AddDays(-1)).OrderByDescending(p => p.CreatedAt);

    public async Task TestsAsync()
    {
        var inMemory = ProfileQuery.FromItems([
            new UserProfile
            {
                Id = "1",
                Metadata = new() { ["plan"] = "pro" },
                EnforcementStatus = EnforcementStatus.Banned,
            },
        ]);
        var ids = await Recent(inMemory, clock).Select(p => p.Id).ToArrayAsync();
        var none = await inMemory.Where(p => p.Id == "1").CountAsync();
        foreach (var id in ids)
            Console.WriteLine(await inMemory.CountAsync(p => p.Id == id) + none);
        var query = client.Query().Where(p => p.Name != null);
        Console.WriteLine(query.Explain());
        var any = await query.AnyAsync();
        var list = any ? await query.ToListAsync() : [];
        var byCountry = list.GroupBy(p => p.ExternalUserDetails.Country).ToDictionary(g => g.Key ?? "", g => g.Count());
        var sorted = list.OrderBy(p => p.UpdatedAt).ThenBy(p => p.Name).ToList();
        Console.WriteLine(byCountry.Count + sorted.Count);
        var all = All.Where(p => p.Id != "uprof_1");
        var pro = all.Where(p => p.Metadata["plan"] == "pro");
        var free = all.Where(p => p.Metadata["plan"] == "free");
        Console.WriteLine(await pro.CountAsync() + await free.CountAsync());
    }

    public async Task WriteAsync(string plan, CancellationToken token)
    {
        var made = await client.CreateAsync(
            new()
            {
                Name = "Acme",
                Metadata = new() { ["plan"] = plan },
                ExternalUserDetails = new() { Country = "DE", ReferenceId = "42" },
            },
            cancellationToken: token
        );
        await client.UpdateAsync(
            made.Id,
            new()
            {
                Name = Change.Clear,
                Metadata = new() { ["plan"] = Change.Clear },
            },
            cancellationToken: token
        );
        await client.CreateAsync(
            new() { ExternalId = plan },
            new() { Betas = [AnthropicBeta.UserProfiles2026_08_18] },
            token
        );
        var trials = client.Query().Where(p => p.Metadata["plan"] == "trial");
        Console.WriteLine(await trials.PreviewDeleteAsync(cancellationToken: token));
        var report = await trials.ExecuteUpdateAsync(
            c => c.SetName(p => p.Name.Trim()).SetMetadata("plan", "free").RemoveMetadata("trial"),
            cancellationToken: token
        );
        foreach (var failure in report.Failures)
            Console.WriteLine($"{failure.Id}: {failure.Error.Message}");
        await trials.ExecuteDeleteAsync(new() { StopOnError = true }, token);
        Console.WriteLine(await client.Query().ExecuteDeleteAsync(new() { AllowAll = true }, token));
        await client.DeleteAsync(made.Id, cancellationToken: token);
    }

    public ProfilesClient Make(bool old)
    {
        var options = new ProfilesClientOptions { AuthToken = Environment.GetEnvironmentVariable("TOKEN") };
        if (old)
            options.Betas.Add(AnthropicBeta.UserProfiles2026_08_18);
        options.Betas.Add(AnthropicBeta.UserProfilesBilling2026_10_01);
        return new ProfilesClient(options);
    }
}

public static class ProfileExtensions
{
    public static IReadOnlyList<string> TrustGrantsOrNone(this UserProfile p) => [.. p.Metadata.Keys];
}
