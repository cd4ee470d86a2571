using System.Threading.RateLimiting;
using FluentProfiles.Http.Calls;
using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;

namespace FluentProfiles;

/// <summary>How a <see cref="ProfilesClient"/> reaches the service. Read once, when the client is made: a later change of
/// the object has no effect on it.</summary>
public sealed class ProfilesClientOptions
{
    private const string DefaultUrl = "https://api.anthropic.com";

    private string baseUrl = DefaultUrl;

    /// <summary>The API key, sent as <c>Authorization: Bearer</c>. Wins over <see cref="AuthToken"/>. Null by
    /// default.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A token, sent as <c>Authorization: Bearer</c> where there is no <see cref="ApiKey"/>. Null by default.</summary>
    public string? AuthToken { get; set; }

    /// <summary>Gives the key or token for each request, for credentials that rotate. Wins over <see cref="ApiKey"/> and
    /// <see cref="AuthToken"/>. It is called once an attempt, perhaps by several threads at once, and should cache.</summary>
    /// <remarks>It runs on the thread pool, and its time counts as part of the attempt: the attempt ends after
    /// <see cref="AttemptTimeout"/>, or when the caller cancels, even if the provider ignores its token. After a 401 it is called
    /// once more, and the request is sent once more with what it returns, whatever <see cref="MaxRetries"/> is.</remarks>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>The address of the service. <c>https://api.anthropic.com</c> by default. The path of a gateway may follow the
    /// host; an address that ends in <c>/v1</c> is a <see cref="ProfilesConfigurationException"/>, because the client adds
    /// that path itself.</summary>
    public string BaseUrl
    {
        get => baseUrl;
        set => (baseUrl, BaseUrlSource) = (value, BaseUrlSource.Code);
    }

    /// <summary>The same setting as <see cref="BaseUrl"/>, as a <see cref="Uri"/>. Setting null restores the default address; it
    /// reads as null while <see cref="BaseUrl"/> is no absolute address.</summary>
    public Uri? BaseAddress
    {
        get => Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) ? address : null;
        set
        {
            BaseUrl = value?.OriginalString ?? DefaultUrl;
            if (value is null)
                BaseUrlSource = BaseUrlSource.Default;
        }
    }

    /// <summary>Where <see cref="BaseUrl"/> comes from, which <c>AddFluentProfiles</c> logs with the address. Setting
    /// <see cref="BaseUrl"/> makes it <see cref="BaseUrlSource.Code"/>; code that reads the address from elsewhere sets
    /// this property afterwards. It has no other effect.</summary>
    public BaseUrlSource BaseUrlSource { get; set; }

    /// <summary>The hosts to which requests may go: <c>api.example.com</c>, <c>api.example.com:8443</c> for one port,
    /// <c>*.example.com</c> for every host below a domain, <c>[::1]</c>. Any other host in <see cref="BaseUrl"/> is a
    /// <see cref="ProfilesConfigurationException"/> when the client is made. None by default, which allows any host but those
    /// of the local link and of clouds' metadata services.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>The workspace to work in (<c>wrkspc_…</c>), sent as <c>anthropic-workspace-id</c>; null (the default) for the
    /// key's own. A query's <c>WithWorkspace</c> replaces it.</summary>
    [TextRange(First = '!', Last = '~')]
    public string? WorkspaceId { get; set; }

    /// <summary>The value of <c>anthropic-version</c>, which the service requires. <c>2026-10-21</c> by default.</summary>
    [TextRange(First = '!', Last = '~')]
    public string ApiVersion { get; set; } = "2026-10-21";

    /// <summary>Betas to name in every request, none by default. A user-profiles beta named by a query replaces the one
    /// here; others are joined.</summary>
    public IList<AnthropicBeta> Betas { get; set; } = [];

    /// <summary>How often a request is repeated that got no answer (the connection failed or broke, the body was cut off, an
    /// attempt took too long) or a refusal that may pass: 408, 409, 429, 500 and above. A header <c>x-should-retry</c>
    /// decides otherwise; a spend limit is never waited for. 5 by default; 0 repeats nothing.</summary>
    /// <remarks>Each wait is the one that the service asks for, up to a quarter longer so that retries spread, or else the
    /// backoff: 0.5 to 1 s before the first retry, up to twice that before each next one, 8 s at most. A page is retried, never
    /// the scan. A 429 makes every request of the client wait; afterwards a few start at once, and more as answers
    /// arrive.</remarks>
    [InRange(0)]
    public int MaxRetries { get; set; } = 5;

    /// <summary>The longest wait that the service can ask for with <c>retry-after</c> or <c>retry-after-ms</c>, 60 s by
    /// default; <see cref="Timeout.InfiniteTimeSpan"/> for any. A request that is asked to wait longer fails at once, with the
    /// wait in <see cref="ProfilesApiException.RetryAfter"/>, and a 429 that asks for more stops the other requests of the client
    /// for this time only.</summary>
    [InRange(0, IsExclusive = true, Most = ServiceSettings.LongestTimerTicks, AllowsInfinite = true)]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one attempt may take, from asking <see cref="TokenProvider"/> to the last byte of the answer; one
    /// that takes longer counts as a broken connection. 30 s by default; <see cref="Timeout.InfiniteTimeSpan"/> for no
    /// limit. Waits between attempts and for <see cref="RateLimiter"/> do not count.</summary>
    [InRange(0, IsExclusive = true, Most = ServiceSettings.LongestTimerTicks, AllowsInfinite = true)]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one request may take with all its attempts and every wait among them. Null (the default) means two
    /// minutes for a call of a single profile and for each write of a bulk write, and no limit for the pages and look-ups of a
    /// query. A value holds for all of these, each page and each look-up on its own, never for a whole query: cancel that with
    /// its token. <see cref="Timeout.InfiniteTimeSpan"/> removes the limit everywhere.</summary>
    /// <remarks>When the time has passed, or the next wait would outlast it, the request fails with a
    /// <see cref="ProfilesConnectionException"/>, the last refusal inside.</remarks>
    [InRange(0, IsExclusive = true, Most = ServiceSettings.LongestTimerTicks, AllowsInfinite = true)]
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>A rate limiter of the application. Each attempt, retries included, acquires one permit, waits for it in the
    /// limiter's queue and releases it when the answer has been read. Null (the default) for none. Clients may share one,
    /// and no client disposes it. If the limiter rejects a request (its queue is full or it has none), the request fails
    /// with a <see cref="ProfilesBudgetException"/>.</summary>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>The most bytes that an answer may have, decompressed: 1 to 1 GiB, 16 MiB by default.</summary>
    [InRange(1, Most = ServiceSettings.MostPageBytes)]
    public long MaxPageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many pages are requested ahead of the one being consumed, where a query does not say
    /// <c>WithPrefetch</c>: 0 to 64, 1 by default; 0 requests a page only when the one before is used up.</summary>
    [InRange(0, Most = PageSizing.MostPrefetched)]
    public int PrefetchPages { get; set; } = 1;

    /// <summary>Up to how many ids a query looks up one by one; more are found by a scan that stops when it has them all.
    /// 1,000 by default.</summary>
    [InRange(0)]
    public int MaxPointLookups { get; set; } = 1000;

    /// <summary>The most requests that one run of a query may send, retries included, or null (the default) for no limit.
    /// Beyond it the run ends with a <see cref="ProfilesBudgetException"/>, or with the failure of a request that there is no
    /// budget left to retry; <c>ToPageAsync</c> returns a short page instead of the former.</summary>
    [InRange(1)]
    public int? MaxRequestsPerQuery { get; set; }

    /// <summary>The most runs that read listings at once, or null (the default) for no limit. Others wait in order of
    /// arrival and can be cancelled while they wait. Look-ups by id and single calls never wait.</summary>
    /// <remarks>A terminal such as <c>ToListAsync</c>, <c>CountAsync</c> or <c>ToPageAsync</c> keeps its place until it has ended. A loop
    /// (<c>await foreach</c>, <c>AsPages</c>, <c>ForEachAsync</c>) has a place only while a page is being read, so a query within the loop
    /// never waits for the loop around it. A query that a condition, a selector or a progress callback runs needs no place
    /// of its own. The wait is not part of <see cref="AttemptTimeout"/> or <see cref="TotalTimeout"/>.</remarks>
    [InRange(1)]
    public int? MaxConcurrentScans { get; set; }

    /// <summary>The clock: of time-outs, waits and of <c>UtcNow</c> within a query. The system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Receives an event for each request, each retry and each end of a query's run, for logs, on the thread on which
    /// it happens, so it should be quick. What it throws is dropped and changes no result; a
    /// <see cref="CallbackFailedEvent"/> reports it. Null (the default) for no observer. Spans and metrics need none: the
    /// library has a source of activities and a meter, both named <c>FluentProfiles</c>.</summary>
    public Action<ProfilesEvent>? Observer { get; set; }

    /// <summary>What carries requests in place of an <see cref="HttpClient"/>, or null (the default). The client does not
    /// dispose it.</summary>
    public IProfilesTransport? Transport { get; set; }

    /// <summary>Encrypts and signs the resume tokens of the client's queries, for tokens that leave your system, such as those in
    /// links of a web page. Null (the default) for none: anyone can then read a token, and forge one with full knowledge of
    /// the query. With a protector, tokens that it has not protected are refused with an <see cref="ArgumentException"/>.
    /// In an application with dependency injection, <c>UseDataProtection()</c> sets it.</summary>
    public ITokenProtector? TokenProtector { get; set; }

    /// <summary>Whether credentials may go over plain http to a host other than this machine. False by default, and best
    /// left so.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Sets <see cref="ApiKey"/>, <see cref="AuthToken"/>, <see cref="BaseUrl"/> and <see cref="WorkspaceId"/> from the
    /// variables <c>ANTHROPIC_API_KEY</c>, <c>ANTHROPIC_AUTH_TOKEN</c>, <c>ANTHROPIC_BASE_URL</c> and
    /// <c>ANTHROPIC_WORKSPACE_ID</c>, as <see cref="ProfilesClient()"/> does. A variable that is missing or empty leaves its
    /// option unchanged. Nothing is validated.</summary>
    /// <returns>These options.</returns>
    public ProfilesClientOptions ReadEnvironment()
    {
        EnvironmentOptions.ReadInto(this);
        return this;
    }

    /// <summary>Checks all that can be checked without a request, as the constructor of <see cref="ProfilesClient"/> does, and
    /// that there is a key, a token or a <see cref="TokenProvider"/>. Nothing is sent.</summary>
    /// <exception cref="ArgumentException">A beta or the workspace is no header value, and nothing else is at fault.</exception>
    /// <exception cref="ProfilesConfigurationException">Options are missing, out of range, or exclude each other. The message
    /// names each of them; where there are several, the inner exception is an <see cref="AggregateException"/> with one for
    /// each.</exception>
    public void Validate() => _ = new ServiceSettings(this, requiresKey: true);
}
