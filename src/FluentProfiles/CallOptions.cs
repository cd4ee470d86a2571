namespace FluentProfiles;

/// <summary>Settings of one call of a single profile or of its data controls. Read when the call is made, so one object can
/// serve many calls. Null leaves a setting to <see cref="ProfilesClientOptions"/>.</summary>
public sealed class CallOptions
{
    /// <summary>Betas to name in the request, joined with the client's; a user-profiles beta here replaces the client's. None by
    /// default.</summary>
    public IList<AnthropicBeta> Betas { get; set; } = [];

    /// <summary>The id of the workspace (<c>wrkspc_…</c>) that the call is about, in place of
    /// <see cref="ProfilesClientOptions.WorkspaceId"/>.</summary>
    public string? Workspace { get; set; }

    /// <summary>How often the request is retried, in place of <see cref="ProfilesClientOptions.MaxRetries"/>. 0 for no
    /// retry.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>The time for one attempt, in place of <see cref="ProfilesClientOptions.AttemptTimeout"/>.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>The time for the call with its retries and waits, in place of
    /// <see cref="ProfilesClientOptions.TotalTimeout"/>.</summary>
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>The longest wait that the service can ask for, in place of
    /// <see cref="ProfilesClientOptions.MaxRetryAfter"/>.</summary>
    public TimeSpan? MaxRetryAfter { get; set; }

    /// <summary>Headers to add to each attempt, by name. Values are secrets: no message, log or span shows them. None by
    /// default.</summary>
    public IDictionary<string, string> Headers { get; set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A text that identifies the call in logs, spans and exceptions.</summary>
    public string? Tag { get; set; }
}
