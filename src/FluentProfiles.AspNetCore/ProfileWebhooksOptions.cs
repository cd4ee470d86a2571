namespace FluentProfiles;

/// <summary>The options of the webhook endpoints that <c>MapProfileWebhooks</c> maps.</summary>
/// <remarks>Options that a configuration reloads apply to the next message. If they are invalid, or a method that sets
/// them throws, this is logged as an error, and the previous ones stay in force. What has thrown is tried again every 30
/// seconds while messages arrive.</remarks>
public sealed class ProfileWebhooksOptions
{
    /// <summary>Gets the signing secrets of the endpoint as the service shows them, <c>whsec_…</c>. A message is genuine
    /// if it is signed with any of them. While you rotate a secret, keep both the old and the new one.</summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>Gets or sets a method that returns the signing secrets, such as one that reads a vault; null to use
    /// <see cref="Secrets"/>. It is called for each message, so it should cache. If it throws, the endpoint responds
    /// with 503, and the service delivers the message again.</summary>
    public Func<CancellationToken, ValueTask<IReadOnlyList<string>>>? SecretsProvider { get; set; }

    /// <summary>Gets or sets the maximum difference between the timestamp of a message and the clock, in either
    /// direction; five minutes by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero.</exception>
    public TimeSpan Tolerance
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets a value that indicates whether the handlers also receive events of other features, which
    /// concern no profile. False by default: such events are verified, acknowledged and dropped. The mirror ignores
    /// them in any case.</summary>
    public bool IncludeOtherEvents { get; set; }

    /// <summary>Gets or sets the clock that timestamps are compared with; the system's clock by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = TimeProvider.System;
}
