namespace FluentProfiles;

/// <summary>A URL to hand to the customer, for a step that only the customer can take. Whoever has it may take the step, so
/// treat it as a secret: <see cref="ToString"/> does not show it. Immutable.</summary>
public sealed class CustomerUrl
{
    /// <summary>Makes a URL for a test. The client makes its own.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="expiresAt">When it ceases to work.</param>
    public CustomerUrl(string url, DateTimeOffset expiresAt) => (Url, ExpiresAt) = (url, expiresAt);

    /// <summary>The URL, as the service wrote it.</summary>
    public string Url { get; }

    /// <summary>When it ceases to work.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>When it expires, without the URL.</summary>
    public override string ToString() => $"a URL for the customer, until {ExpiresAt:u}";
}
