using System.Globalization;
using System.Linq.Expressions;
using FluentProfiles;

// Numbers, times, texts and options at the bounds of what the library takes, and values that only look as if they were beyond.
public sealed record Limits(int Pages = -1, int Requests = 0, TimeSpan? Timeout = null)
{
    public static readonly Limits None = new();
    public static readonly Limits Small = new(2, 5, TimeSpan.FromSeconds(5));

    public ProfileQuery<T> Apply<T>(ProfileQuery<T> query)
    {
        if (Pages >= 0)
            query = query.WithPrefetch(Pages);
        if (Requests > 0)
            query = query.WithMaxRequests(Requests);
        return Timeout is { } timeout ? query.WithRunTimeout(timeout) : query;
    }
}

public class Narrowed
{
    private const long Large = 300;
    private static readonly TimeSpan Never = System.Threading.Timeout.InfiniteTimeSpan;
    private TimeSpan patience = TimeSpan.Zero;
    private int workers = 0;

    public Narrowed(int workers, TimeSpan patience)
    {
        this.workers = Math.Max(1, workers);
        this.patience = patience;
    }

    public ProfileQuery<UserProfile> Narrow(ProfilesClient client, double share)
    {
        long wide = Large;
        var pages = (byte)wide;
        var part = 64.9;
        return client.Query().WithPrefetch(pages).WithPrefetch((int)part).WithMaxRequests((int)(share * 100));
    }

    public async Task EachAsync(ProfileQuery<UserProfile> query, CancellationToken token) =>
        await query
            .WithAttemptTimeout(patience)
            .WithRunTimeout(Never)
            .WithMaxRetryAfter(TimeSpan.FromMilliseconds(-1))
            .ForEachAsync((_, _) => ValueTask.CompletedTask, workers, token);

    public async Task<string> PageAsync(ProfilesClient client, string? after, int size, CancellationToken token)
    {
        size = size switch
        {
            <= 0 => 20,
            > 1000 => 1000,
            _ => size,
        };
        var page = await client.Query().OrderBy(p => p.Name).ToPageAsync(size, after ?? "", token);
        return string.Join(";", page.Items.Select(p => p.Name));
    }

    public async ValueTask<UserProfile?> NthAsync(ProfilesClient client, int index, CancellationToken token) =>
        index < 0
            ? null
            : await client.Query().ElementAtOrDefaultAsync(index, token)
                ?? await client.Query().ElementAtOrDefaultAsync(-1, token);
}

public static class Edges
{
    public static ProfileQuery<UserProfile> Lowest(ProfilesClient client) =>
        client
            .Query()
            .WithPageSize(1)
            .Take(1)
            .Skip(0)
            .WithPrefetch(0)
            .WithMaxRequests(1)
            .WithMaxRetries(0)
            .WithDetails(1);

    public static ProfileQuery<UserProfile> Highest(ProfilesClient client)
    {
        var (pages, size) = (64, 100);
        return client
            .Query()
            .WithPageSize(size)
            .WithPrefetch(pages: pages)
            .WithRunTimeout(TimeSpan.FromDays(49))
            .WithAttemptTimeout(timeout: new TimeSpan(hours: 0, minutes: 0, seconds: 1))
            .TagWith("nightly export")
            .WithHeader("x-tenant", "")
            .WithHeader(value: "~", name: "x-!");
    }

    public static BulkWriteOptions Carefully(bool slowly) =>
        new()
        {
            Concurrency = slowly ? 1 : 8,
            MaxFailures = slowly ? 1 : null,
            VerifyEach = true,
        };

    public static SyncOptions Sync(string? mark) =>
        new()
        {
            OwnershipKey = mark,
            OwnershipValue = "crm",
            MaxDeletedShare = 0,
            MaxPlanAge = Timeout.InfiniteTimeSpan,
            MaxRequests = 1,
            MaxRequestsPerSecond = 0.1,
            Concurrency = 1,
        };

    public static CallOptions Once() =>
        new()
        {
            MaxRetries = 0,
            AttemptTimeout = null,
            TotalTimeout = TimeSpan.FromTicks(1),
            Tag = null,
        };

    public static WebhookVerifier Verifier(string secret, bool replay) =>
        new(secret) { Tolerance = replay ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(5) };
}

public static class Addresses
{
    public static ProfilesClient Local(string? key, int port)
    {
        ProfilesClientOptions options = new()
        {
            ApiKey = key,
            BaseUrl = $"http://localhost:{port}",
            MaxRetries = 0,
        };
        options.PrefetchPages = 64;
        return new(options);
    }

    public static ProfilesClient Gateway(string? key, bool plain)
    {
        var options = new ProfilesClientOptions { ApiKey = key, BaseUrl = "http://gateway.internal/claude" };
        options.AllowInsecureHttp = plain;
        if (!plain)
            options.BaseAddress = new Uri("https://gateway.internal/v1/claude");
        return new ProfilesClient(options);
    }

    public static ProfilesClient Corrected(string? key)
    {
        var options = new ProfilesClientOptions
        {
            ApiKey = key,
            MaxRetries = -1,
            BaseUrl = "https://api.anthropic.com/v1",
        };
        options.MaxRetries = 3;
        options.BaseUrl = options.BaseUrl[..^"/v1".Length];
        return new ProfilesClient(options);
    }

    public static ProfilesClient FromFile(IReadOnlyDictionary<string, string> values)
    {
        var options = new ProfilesClientOptions { MaxRetries = -1 };
        Fill(options, values);
        return new ProfilesClient(options);

        static void Fill(ProfilesClientOptions options, IReadOnlyDictionary<string, string> values) =>
            options.MaxRetries = int.Parse(values["retries"], CultureInfo.InvariantCulture);
    }

    public static ProfilesClientOptions Defaults { get; } = new() { MaxPointLookups = 0, MaxConcurrentScans = null };

    public static ProfilesClient Loopback(string? key) =>
        new(
            options: new()
            {
                ApiKey = key,
                BaseAddress = new("http://[::1]:8080"),
                MaxRetryAfter = Timeout.InfiniteTimeSpan,
                TotalTimeout = null,
                MaxPageBytes = 1L << 30,
            }
        );
}

public sealed class Changes(IProfilesClient client, ProfilesClient own)
{
    public Task<UserProfile> CreateAsync(string? externalId, string name, CancellationToken token) =>
        client.CreateAsync(new() { Name = name, ExternalId = externalId }, cancellationToken: token);

    public async Task<long> RenameAsync(string plan, string? country, CancellationToken token)
    {
        var report = await own.Query()
            .Where(p => p.Metadata["plan"] == plan)
            .ExecuteUpdateAsync(
                setters =>
                {
                    setters.SetMetadata("seen", "yes").SetMetadata("plan", plan.ToUpperInvariant());
                    if (country is null)
                        setters.RemoveMetadata("country");
                    else
                        setters.SetMetadata("country", country).Set(p => p.ExternalUserDetails.Country, country);
                    setters.Set(p => p.AccessType, AccessType.Passthrough);
                },
                new() { Concurrency = 4 },
                token
            );
        return report.Written + report.Failed;
    }

    public async Task<BulkWriteReport> TrimAsync(IEnumerable<string> keys, CancellationToken token)
    {
        var report = await own.Query().Take(100).ExecuteUpdateAsync(c => Remove(c, keys), cancellationToken: token);
        return report.Failed > 0 ? throw new InvalidOperationException(report.ToString()) : report;

        static void Remove(ProfileSetters setters, IEnumerable<string> keys)
        {
            setters.SetName(p => p.Name == "" ? Change.Clear : p.Name!.Trim());
            foreach (var key in keys.Distinct())
                setters.RemoveMetadata(key);
        }
    }

    public Task<UserProfile> ClearAsync(string id, bool name, CancellationToken token)
    {
        var changes = new ProfileChanges { ExternalUserDetails = new() { Country = "DE" } };
        if (name)
            changes.Name = Change.Clear;
        changes.Metadata["trial"] = Change.Clear;
        return own.UpdateAsync(id, changes, new() { MaxRetries = 0 }, token);
    }
}

public sealed class Behind(ProfilesClient client)
{
    public ProfileQuery<string?> Looked(string id) =>
        from p in client.Query()
        let name = p.Name
        where p.Id == id
        orderby p.UpdatedAt
        select name;

    public ProfileQuery<UserProfile> Named(IReadOnlyCollection<string> ids) =>
        from p in client.Query()
        let at = p.UpdatedAt
        where ids.Contains(p.Id) && p.EnforcementStatus == EnforcementStatus.Banned
        orderby at descending
        select p;

    public ProfileQuery<UserProfile> OneOf(bool some, string[] ids, Expression<Func<UserProfile, bool>> other) =>
        some
            ? client.Query().Where(p => ids.Any(id => id == p.Id)).OrderBy(p => p.UpdatedAt)
            : client.Query().Where(other);

    public async Task<int> MatchingAsync(string part, CancellationToken token)
    {
        var count = await client.Query().CountAsync(p => p.Id.Contains(part), token);
        return count + await client.Query().Where(p => p.Id == p.Metadata["id"]).CountAsync(token);
    }
}
