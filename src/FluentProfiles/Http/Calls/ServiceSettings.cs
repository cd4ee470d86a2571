using System.Threading.RateLimiting;
using FluentProfiles.Model.Betas;
using FluentProfiles.Telemetry;
using static FluentProfiles.Http.Retrying.TimeLimits;

namespace FluentProfiles.Http.Calls;

/// <summary>How a client reaches the service: its options, checked.</summary>
internal sealed class ServiceSettings
{
    /// <summary>Close to the longest array of .NET.</summary>
    public const long MostPageBytes = 1L << 30;

    /// <summary>The address without a final slash.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The host and port of the service, for messages.</summary>
    public string Endpoint => $"{Address.Host}:{Address.Port}";

    public Uri Address => field ??= new(BaseUrl);

    public required Watchers Watchers { get; init; }

    public required string ApiVersion { get; init; }

    public string? Workspace { get; init; }

    public required BetaSet Betas { get; init; }

    public required Credentials Credentials { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    /// <summary>True when the client's transport connects to nothing. What it throws is what a test has chosen, so no call is
    /// retried, whatever its settings are.</summary>
    public bool IsInMemory { get; init; }

    public required int MaxRetries { get; init; }

    /// <summary>Null for no limit.</summary>
    public required TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The longest wait that the service can ask for; null for no limit.</summary>
    public required TimeSpan? MaxRetryAfter { get; init; }

    public required RateLimiter? RateLimiter { get; init; }

    public required long MaxPageBytes { get; init; }

    /// <summary>For a request of a query; null for no limit.</summary>
    public required TimeSpan? TotalTimeoutOfQuery { get; init; }

    /// <summary>For a call of a single profile; null for no limit.</summary>
    public required TimeSpan? TotalTimeoutOfSingle { get; init; }

    public int MaxRetriesOf(ServiceCall call) => IsInMemory ? 0 : call.Settings.MaxRetries ?? MaxRetries;

    /// <summary>The time for one attempt; null for no limit.</summary>
    public TimeSpan? AttemptTimeoutOf(ServiceCall call) => InForce(call.Settings.AttemptTimeout, AttemptTimeout);

    /// <summary>The longest wait that the service can ask for; null for no limit.</summary>
    public TimeSpan? MaxRetryAfterOf(ServiceCall call) => InForce(call.Settings.MaxRetryAfter, MaxRetryAfter);

    /// <summary>The time for all attempts of a call and the waits between them; null for no limit.</summary>
    public TimeSpan? TotalTimeoutOf(ServiceCall call) =>
        InForce(call.Settings.TotalTimeout, call.IsOfQuery ? TotalTimeoutOfQuery : TotalTimeoutOfSingle);

    /// <summary>The betas of a single call, joined with the client's, its workspace and its settings.</summary>
    /// <exception cref="ArgumentException">An option is invalid, or contradicts another.</exception>
    /// <exception cref="ProfilesConfigurationException">Two of the call's betas choose a shape.</exception>
    public RequestScope ScopeOf(CallOptions? options)
    {
        if (options is null)
            return new(Betas, Workspace);
        var ofCall = BetaSet.Empty.Add(options.Betas, nameof(options));
        ofCall.ThrowIfConflicting();
        return new(Betas.JoinedBy(ofCall), options.Workspace ?? Workspace)
        {
            Settings = options.ToSettings(nameof(options)),
        };
    }

    public static string CheckedWorkspace(string workspace, string parameter) =>
        HeaderText.IsToken(workspace)
            ? workspace
            : throw new ArgumentException("A workspace id (wrkspc_…) has only visible ASCII characters.", parameter);
}
