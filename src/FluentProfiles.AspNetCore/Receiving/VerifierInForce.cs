namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>The verifier of the current options.</summary>
/// <param name="Options">The options.</param>
/// <param name="Secrets">The secrets that it verifies with.</param>
/// <param name="Verifier">The verifier.</param>
internal sealed record VerifierInForce(
    ProfileWebhooksOptions Options,
    IReadOnlyList<string> Secrets,
    WebhookVerifier Verifier
)
{
    /// <exception cref="ArgumentException">A secret is invalid, or there is none.</exception>
    public static VerifierInForce Of(ProfileWebhooksOptions options, IReadOnlyList<string> secrets) =>
        new(options, secrets, new([.. secrets]) { Tolerance = options.Tolerance, TimeProvider = options.TimeProvider });

    public bool IsOf(ProfileWebhooksOptions options, IReadOnlyList<string> secrets) =>
        Options == options && Secrets.SequenceEqual(secrets);
}
