using Microsoft.AspNetCore.Http;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>What became of a message.</summary>
/// <param name="Status">The status of the response.</param>
/// <param name="Name">The name in metrics.</param>
/// <param name="Reason">Why it was rejected, or null.</param>
/// <param name="Failure">The exception of a handler, or null.</param>
internal sealed record Outcome(int Status, string Name, string? Reason = null, Exception? Failure = null)
{
    public static Outcome Handled { get; } = new(StatusCodes.Status204NoContent, "handled");

    public static Outcome Duplicate { get; } = new(StatusCodes.Status204NoContent, "duplicate");

    /// <summary>An event that concerns no profile.</summary>
    public static Outcome Other { get; } = new(StatusCodes.Status204NoContent, "other");

    public static Outcome Failed(Exception failure) =>
        new(StatusCodes.Status503ServiceUnavailable, "failed", Failure: failure);

    public static Outcome Rejected(WebhookVerificationException rejection) =>
        new(
            rejection.Reason == WebhookVerificationReason.WrongSignature
                ? StatusCodes.Status401Unauthorized
                : StatusCodes.Status400BadRequest,
            "rejected",
            rejection.Reason.ToString()
        );

    public static Outcome Rejected(BadHttpRequestException rejection) =>
        new(
            rejection.StatusCode,
            "rejected",
            rejection.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => "TooLarge",
                StatusCodes.Status415UnsupportedMediaType => "Compressed",
                StatusCodes.Status408RequestTimeout => "TooSlow",
                _ => "Incomplete",
            }
        );
}
