using FluentProfiles.Http.Transport;

namespace FluentProfiles.Http.Calls;

/// <summary>How the requests of one query or one call are sent. Null leaves a setting to the client. None of it is part of a
/// query's identity, because it changes no result.</summary>
internal sealed record RequestSettings
{
    public static RequestSettings Default { get; } = new();

    public int? MaxRetries { get; init; }

    /// <summary><see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary><see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary><see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? MaxRetryAfter { get; init; }

    public AddedHeaders Headers { get; init; } = AddedHeaders.None;

    public string? Tag { get; init; }

    /// <summary>Lets attempts leave. When it denies one, the call ends with a <see cref="ProfilesConnectionException"/>, and the
    /// attempt was not sent. Null for no condition. Only for a request with a body.</summary>
    public ISendPermit? Permit { get; init; }

    /// <summary>True for settings of a single call, false for those of a query.</summary>
    public bool IsOfCall { get; init; }

    /// <summary>Returns the name by which the caller knows a setting, for messages.</summary>
    /// <param name="option">The name of the property.</param>
    /// <param name="own">The value here; null where the client's applies.</param>
    public string NameOf<T>(string option, T? own)
        where T : struct =>
        own is null ? $"ProfilesClientOptions.{option}"
        : IsOfCall ? $"{nameof(CallOptions)}.{option}"
        : $"With{option}";
}
