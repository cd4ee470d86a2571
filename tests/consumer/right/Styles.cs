using System.Linq.Expressions;
using System.Threading.Channels;
using FluentProfiles;

// Sound code in many styles, close to what rules report: no rule has anything to say here, not even for information.
public sealed class Settings
{
    private readonly int pageSize = 0,
        limit = -1;
    private readonly int least = 101;

    public Settings(int pageSize, int limit) => (this.pageSize, this.limit) = (pageSize, limit);

    public int Least
    {
        get => least;
        init => least = value;
    }

    public ProfileQuery<UserProfile> Apply(ProfilesClient client) =>
        client.Query().WithPageSize(pageSize).Take(limit).Skip(least);
}

public sealed class Parsed
{
    private readonly int size = 500;
    private readonly int count = -5;

    public Parsed(string text, ref int total)
    {
        int.TryParse(text, out size);
        ref var own = ref count;
        own = total;
    }

    public ProfileQuery<UserProfile> Apply(ProfileQuery<UserProfile> query) => query.WithPageSize(size).Take(count);
}

public sealed class Tenants
{
    private static readonly string[] Known = ["uprof_1", "uprof_2"];
    private static readonly int Pages;
    private readonly Dictionary<string, ProfilesClient> clients = [];
    private ProfilesClient current = new();

    static Tenants() => (Pages, _) = (20, "twenty");

    public static ProfileQuery<UserProfile> First(ProfilesClient client) => client.Query().WithPageSize(Pages);

    public ProfilesClient this[string name] => clients[name];

    public async Task<int> CountAllAsync(IEnumerable<string> names, CancellationToken token)
    {
        var total = 0;
        foreach (var name in names)
            total += await this[name].Query().CountAsync(token);
        foreach (var name in names)
        {
            current = clients[name];
            total += await current.Query().CountAsync(token);
        }
        return total;
    }

    public Task<List<string?>> NamesAsync(CancellationToken token) =>
        (
            from p in current.Query()
            let name = p.Name
            where Known.Contains(p.Id)
            orderby p.UpdatedAt descending
            select name
        )
            .ToListAsync(token)
            .AsTask();

    public async Task<DateTimeOffset?> ChangedAsync(string id, CancellationToken token)
    {
        var row = await current
            .Query()
            .Select(p => new { p.Id, p.UpdatedAt })
            .Where(row => row.Id == id)
            .OrderBy(row => row.UpdatedAt)
            .FirstOrDefaultAsync(token);
        return row?.UpdatedAt;
    }

    public ProfileQuery<UserProfile> Sorted(bool byName) =>
        current.Query().OrderBy(p => byName ? p.Name : (object)p.CreatedAt);

    public ProfileQuery<UserProfile> Filtered(Expression<Func<UserProfile, bool>> filter) =>
        current.Query().Where(filter).OrderBy(p => p.UpdatedAt);

    public ProfileQuery<Row> Rows(Expression<Func<UserProfile, Row>> selector) =>
        current.Query().Select(selector).OrderBy(row => row.Name);
}

public static class Clients
{
    public static ProfilesClient Of(bool old, string? key)
    {
        var options = new ProfilesClientOptions { ApiKey = key };
        options.Betas.Add(AnthropicBeta.UserProfilesBilling2026_10_01);
        if (old)
            options.Betas.Clear();
        else
            options.MaxRetries = 2;
        return new ProfilesClient(options);
    }

    public static (ProfilesClient Background, ProfilesClient Foreground) Pair(string? key)
    {
        var options = new ProfilesClientOptions { ApiKey = key, MaxRetries = 8 };
        var background = new ProfilesClient(options);
        options = new ProfilesClientOptions { ApiKey = key, MaxRetries = 1 };
        return (background, new ProfilesClient(options));
    }

    public static void Configure(ProfilesClientOptions options, IReadOnlyList<string> betas)
    {
        options.Betas.Clear();
        foreach (var beta in betas)
            options.Betas.Add(beta);
    }
}

public sealed class Caches(ProfilesClient client)
{
    private readonly Dictionary<string, int> counts = [];
    private IReadOnlyList<string>? ids;

    public async Task<int> SumAsync(IEnumerable<string> plans, CancellationToken token)
    {
        var sum = 0;
        foreach (var plan in plans)
        {
            ids ??= await client.Query().Select(p => p.Id).ToListAsync(token);
            if (!counts.TryGetValue(plan, out var count))
            {
                count = await client.Query().CountAsync(p => p.Metadata["plan"] == plan, token);
                counts[plan] = count;
            }
            sum += count + ids.Count;
        }
        return sum;
    }

    public async Task<UserProfile?> NewestOfAsync(IEnumerable<string> plans, CancellationToken token)
    {
        foreach (var plan in plans)
        {
            if (plan.Length == 0)
                continue;
            return await client.Query().FirstOrDefaultAsync(p => p.Metadata["plan"] == plan, token);
        }
        return null;
    }

    public async Task WorkAsync(ChannelReader<string> jobs, CancellationToken token)
    {
        await foreach (var plan in jobs.ReadAllAsync(token))
        {
            var all = await client.Query().Where(p => p.Metadata["plan"] == plan).ToListAsync(token);
            all.ForEach(p => Console.WriteLine(p.Id));
        }
    }

    public async Task<bool> WaitUntilEmptyAsync(CancellationToken token)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (!await client.Query().AnyAsync(p => p.EnforcementStatus == EnforcementStatus.Pending, token))
                return true;
            await Task.Delay(TimeSpan.FromSeconds(30), token);
        }
        return false;
    }

    public async Task<bool> IsSmallAsync(CancellationToken token) =>
        await client.Query().Take(5).CountAsync(token) > 0 && await client.Query().Take(500).CountAsync(token) < 500;
}

public static class Windows
{
    public static ValueTask<List<UserProfile>> Twenty(ProfilesClient client, CancellationToken token) =>
        client.Query().WithPageSize(20).Take(100).Take(20).ToListAsync(token);

    public static ValueTask<UserProfile?> Any(ProfilesClient client, CancellationToken token) =>
        client.Query().WithPageSize(1).Take(50).FirstOrDefaultAsync(token);

    public static ProfileQuery<UserProfile> Paged(ProfilesClient client, int? size)
    {
        var query = client.Query();
        if (size is > 0 and <= 100)
            query = query.WithPageSize(size.Value);
        return size switch
        {
            null => query,
            0 => query.Take(1),
            _ => query.Take(size.Value),
        };
    }

    public static ProfileQuery<string?> Renamed(ProfilesClient client) =>
        client
            .Query()
            .Where(p => p.Name == "Acme")
            .Select(p => new { p.Id, Name = p.ExternalUserDetails.ReferenceId })
            .Where(row => row.Name == "customer-42")
            .Select(row => row.Name);

    public static ProfileQuery<UserProfile> Unclear(ProfilesClient client, string? id, EnforcementStatus status)
    {
        var query = client.Query().OrderBy(p => p.UpdatedAt);
        if (id is not null)
            return query.Where(p => p.Id == id);
        query = query.OrderBy(p => p.Name).Where(p => p.EnforcementStatus == status);
        return query;
    }

    public static async Task<int> TestedAsync(CancellationToken token)
    {
        var items = ProfileQuery.FromItems([new UserProfile { Id = "1", Name = "a" }, new UserProfile { Id = "2" }]);
        if (await items.CountAsync(token) > 0 && await items.AnyAsync(p => p.Id == "1", token))
            return await items.Where(p => p.Name != null).CountAsync(token);
        return 0;
    }
}
