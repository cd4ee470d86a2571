using System.Threading.RateLimiting;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Retrying;
using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;

namespace FluentProfiles;

/// <summary>The options of a <see cref="ProfilesClient"/>. The client reads them once, when it is created. Later
/// changes to the object have no effect on it.</summary>
public sealed class ProfilesClientOptions
{
    private const string DefaultUrl = "https://api.anthropic.com";

    private string baseUrl = DefaultUrl;

    /// <summary>The API key, sent as <c>Authorization: Bearer</c>. It takes precedence over <see cref="AuthToken"/>.
    /// Null by default.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A token, sent as <c>Authorization: Bearer</c> when <see cref="ApiKey"/> is not set. Null by
    /// default.</summary>
    public string? AuthToken { get; set; }

    /// <summary>A function that returns the key or token, for credentials that rotate. It takes precedence over
    /// <see cref="ApiKey"/> and <see cref="AuthToken"/>. It is called once per attempt, possibly by several threads at
    /// once, and should cache its result.</summary>
    /// <remarks>The function runs on the thread pool, and its time counts as part of the attempt. The attempt ends
    /// after <see cref="AttemptTimeout"/> or when the caller cancels, even if the function ignores its cancellation
    /// token. After a 401, the function is called once more. If it returns another key, the request is sent once more
    /// with it, whatever the value of <see cref="MaxRetries"/>.</remarks>
    public Func<CancellationToken, ValueTask<string>>? TokenProvider { get; set; }

    /// <summary>The address of the service. <c>https://api.anthropic.com</c> by default. The path of a gateway may
    /// follow the host. An address that ends in <c>/v1</c> causes a <see cref="ProfilesConfigurationException"/>,
    /// because the client adds that path itself.</summary>
    public string BaseUrl
    {
        get => baseUrl;
        set => (baseUrl, BaseUrlSource) = (value, BaseUrlSource.Code);
    }

    /// <summary>The same setting as <see cref="BaseUrl"/>, as a <see cref="Uri"/>. Setting null restores the default
    /// address. The value is null while <see cref="BaseUrl"/> is not an absolute address.</summary>
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

    /// <summary>The source of <see cref="BaseUrl"/>, which <c>AddFluentProfiles</c> logs together with the address.
    /// Setting <see cref="BaseUrl"/> sets this property to <see cref="BaseUrlSource.Code"/>. Code that reads the
    /// address from elsewhere sets this property afterwards. It has no other effect.</summary>
    public BaseUrlSource BaseUrlSource { get; set; }

    /// <summary>The hosts to which the client may send requests: <c>api.example.com</c>, <c>api.example.com:8443</c>
    /// for one port, <c>*.example.com</c> for every host below a domain, <c>[::1]</c>. Any other host in
    /// <see cref="BaseUrl"/> causes a <see cref="ProfilesConfigurationException"/> when the client is created. The list
    /// is empty by default. An empty list allows any host except link-local addresses and the metadata services of
    /// clouds.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>The workspace (<c>wrkspc_…</c>), sent as <c>anthropic-workspace-id</c>; or null (the default) for the
    /// workspace of the key. A query's <c>WithWorkspace</c> overrides it.</summary>
    [TextRange(First = '!', Last = '~')]
    public string? WorkspaceId { get; set; }

    /// <summary>The value of the <c>anthropic-version</c> header, which the service requires. <c>2026-10-21</c> by
    /// default.</summary>
    [TextRange(First = '!', Last = '~')]
    public string ApiVersion { get; set; } = "2026-10-21";

    /// <summary>The betas that every request sends. None by default. A query's user-profiles beta replaces the
    /// user-profiles beta in this list. Other betas are combined.</summary>
    public IList<AnthropicBeta> Betas { get; set; } = [];

    /// <summary>The maximum number of retries per request. A request is retried when it got no response: the connection
    /// failed or broke, the body was truncated, or the attempt timed out. It is also retried after a transient error:
    /// 408, 409, 429, 500 and above. The header <c>x-should-retry</c> overrides this rule. A spend limit is never
    /// retried. 5 by default; 0 for no retries.</summary>
    /// <remarks>The delay before a retry is the one that the service requests, plus up to a quarter so that retries
    /// spread out. If the service requests none, the backoff is 0.5 to 1 s before the first retry and doubles for each
    /// further retry, up to 8 s. A retry repeats one page, never the whole scan. A 429 pauses every request of the
    /// client. After the pause, a few requests start at once, and more start as responses arrive.</remarks>
    [InRange(0)]
    public int MaxRetries { get; set; } = 5;

    /// <summary>The longest delay that the service can request with <c>retry-after</c> or <c>retry-after-ms</c>. 60 s
    /// by default; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. When the service requests a longer delay, the
    /// request fails immediately, and <see cref="ProfilesApiException.RetryAfter"/> contains the delay. A 429 with a
    /// longer delay pauses the other requests of the client for this time only.</summary>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The timeout of one attempt, from the call of <see cref="TokenProvider"/> to the last byte of the
    /// response. An attempt that takes longer counts as a broken connection. 30 s by default;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit. The delays between attempts and the wait for
    /// <see cref="RateLimiter"/> do not count.</summary>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The timeout of one request, including all its attempts and the delays between them. By default, it is
    /// null: two minutes for a call of a single profile and for each write of a bulk write, no limit for the pages and
    /// lookups of a query. A value applies to all of these: to each page and each lookup separately, never to a whole
    /// query. To limit a whole query, cancel its token. <see cref="Timeout.InfiniteTimeSpan"/> removes the limit
    /// everywhere.</summary>
    /// <remarks>When the time has elapsed, or the next delay would exceed it, the request fails with a
    /// <see cref="ProfilesConnectionException"/>. Its inner exception is the last failure.</remarks>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>A rate limiter of the application, or null (the default) for none. Each attempt, including retries,
    /// acquires one permit, waits in the limiter's queue if necessary, and releases the permit when the response has
    /// been read. Several clients may share a limiter, and no client disposes it. If the limiter rejects a request (its
    /// queue is full or it has none), the request fails with a <see cref="ProfilesBudgetException"/>.</summary>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>The maximum size of a response in bytes, after decompression: 1 to 1 GiB. 16 MiB by default.</summary>
    [InRange(1, Most = ServiceSettings.MostPageBytes)]
    public long MaxPageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The number of pages to request ahead of the page that is being consumed, for queries without
    /// <c>WithPrefetch</c>: 0 to 64. 1 by default. With 0, a page is requested only when the previous one has been
    /// consumed.</summary>
    [InRange(0, Most = PageSizing.MostPrefetched)]
    public int PrefetchPages { get; set; } = 1;

    /// <summary>The maximum number of ids that a query looks up one by one. A query with more ids uses a scan that
    /// stops when it has found all of them. 1,000 by default.</summary>
    [InRange(0)]
    public int MaxPointLookups { get; set; } = 1000;

    /// <summary>The maximum number of requests per run of a query, including retries; or null (the default) for no
    /// limit. A run that needs more ends with a <see cref="ProfilesBudgetException"/>, or with the failure of a request
    /// if the limit allows no retry. Instead of the budget exception, <c>ToPageAsync</c> returns a short
    /// page.</summary>
    [InRange(1)]
    public int? MaxRequestsPerQuery { get; set; }

    /// <summary>The maximum number of runs that read listings at the same time, or null (the default) for no limit.
    /// Other runs wait in order of arrival, and you can cancel them while they wait. Lookups by id and single calls
    /// never wait.</summary>
    /// <remarks>A terminal such as <c>ToListAsync</c>, <c>CountAsync</c> or <c>ToPageAsync</c> occupies a slot until it
    /// completes. A loop (<c>await foreach</c>, <c>AsPages</c>, <c>ForEachAsync</c>) occupies a slot only while a page
    /// is being read, so a query inside the loop never waits for the loop around it. A query that is run by a
    /// condition, a selector or a progress callback needs no slot of its own. The wait does not count towards
    /// <see cref="AttemptTimeout"/> or <see cref="TotalTimeout"/>.</remarks>
    [InRange(1)]
    public int? MaxConcurrentScans { get; set; }

    /// <summary>The clock for timeouts, delays and <c>UtcNow</c> in queries. The system's clock by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>A callback for logging; null (the default) for none. It receives an event for each request, each retry
    /// and each end of a query's run. It is called synchronously on the thread where the event occurs, so it should be
    /// quick. Exceptions that it throws are discarded and change no result; a <see cref="CallbackFailedEvent"/> reports
    /// them. Spans and metrics need no observer: the library has an activity source and a meter, both named
    /// <c>FluentProfiles</c>.</summary>
    public Action<ProfilesEvent>? Observer { get; set; }

    /// <summary>The transport that sends requests in place of an <see cref="HttpClient"/>, or null (the default). The
    /// client does not dispose it.</summary>
    public IProfilesTransport? Transport { get; set; }

    /// <summary>Encrypts and signs the resume tokens of the client's queries. Use it for tokens that leave your system,
    /// such as tokens in the links of a web page. Null (the default) means no protection: anyone can read such a token,
    /// and anyone who knows the whole query can forge one. With a protector, the client rejects tokens that the
    /// protector has not protected, with an <see cref="ArgumentException"/>. In an application with dependency
    /// injection, <c>UseDataProtection()</c> sets this option.</summary>
    public ITokenProtector? TokenProtector { get; set; }

    /// <summary>True to allow sending credentials over plain http to a host other than this machine. False by default.
    /// Leave it false in production.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Follows the writes of the client; null for nobody.</summary>
    internal IWriteObserver? WriteObserver { get; set; }

    /// <summary>Sets <see cref="ApiKey"/>, <see cref="AuthToken"/>, <see cref="BaseUrl"/> and <see cref="WorkspaceId"/>
    /// from the variables <c>ANTHROPIC_API_KEY</c>, <c>ANTHROPIC_AUTH_TOKEN</c>, <c>ANTHROPIC_BASE_URL</c> and
    /// <c>ANTHROPIC_WORKSPACE_ID</c>, as <see cref="ProfilesClient()"/> does. A variable that is missing or empty
    /// leaves its option unchanged. Nothing is validated.</summary>
    /// <returns>These options.</returns>
    public ProfilesClientOptions ReadEnvironment()
    {
        EnvironmentOptions.ReadInto(this);
        return this;
    }

    /// <summary>Validates everything that can be checked without a request, as the constructor of
    /// <see cref="ProfilesClient"/> does, and that a key, a token or a <see cref="TokenProvider"/> is set. Nothing is
    /// sent.</summary>
    /// <exception cref="ArgumentException">A beta or the workspace is not a valid header value, and there is no other
    /// failure.</exception>
    /// <exception cref="ProfilesConfigurationException">Options are missing, out of range, or exclude each other. The
    /// message names each of them. If there are several, the inner exception is an <see cref="AggregateException"/>
    /// with one exception for each.</exception>
    public void Validate() => _ = new ClientSettings(this, requiresKey: true);
}
