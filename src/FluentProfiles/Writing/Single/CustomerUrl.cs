namespace FluentProfiles;

/// <summary>A URL for the customer, for an action that only the customer can complete. Anyone who has the URL can
/// complete the action, so treat it as a secret. <see cref="ToString"/> does not show it. Immutable.</summary>
public sealed class CustomerUrl
{
    /// <summary>Creates a URL for a test. In production, the client creates it.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="expiresAt">The time at which the URL expires.</param>
    public CustomerUrl(string url, DateTimeOffset expiresAt) => (Url, ExpiresAt) = (url, expiresAt);

    /// <summary>The URL, exactly as the service returned it.</summary>
    public string Url { get; }

    /// <summary>The time at which the URL expires.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Returns the expiry time, without the URL.</summary>
    public override string ToString() => $"a URL for the customer, until {ExpiresAt:u}";
}
