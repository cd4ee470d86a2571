using FluentProfiles;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Mirror.Serving.Failing;

/// <summary>What a visitor is told of a failure. The messages of exceptions are for operators: they name settings, addresses and
/// tables.</summary>
/// <param name="Status">The status of the response.</param>
/// <param name="Words">The words for the visitor.</param>
/// <param name="RetryAfter">When another try may succeed; null if none will without help.</param>
internal sealed record Problem(int Status, string Words, TimeSpan? RetryAfter = null)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static Problem Of(Exception failure) =>
        failure switch
        {
            BadInputException input => new(Status400BadRequest, input.Message),
            BadHttpRequestException request => new(request.StatusCode, "The page does not send such a request."),
            ProfilesInvalidRequestException => new(Status400BadRequest, "The service does not accept this."),
            ReferenceNotFoundException => new(
                Status404NotFound,
                "This customer has no profile. Let the customer in first."
            ),
            ProfilesNotFoundException => new(Status404NotFound, "There is no such customer any more."),
            MirrorNotReadyException => Later("The customers are still being loaded."),
            MirrorDatabaseException => Later("The database does not answer."),
            ProfilesConnectionException => Later("The service does not answer."),
            ProfilesRateLimitException or ProfilesOverloadedException => Later(
                "The service has too much to do.",
                ((ProfilesApiException)failure).RetryAfter
            ),
            ProfilesUnknownOutcomeException => new(
                Status503ServiceUnavailable,
                "It is not known whether this customer got a profile. An operator has to decide."
            ),
            // Such as a customer who was erased here, and whose profile the service still has.
            MirrorException => new(
                Status409Conflict,
                "This customer can't be served. An operator has to look at the log."
            ),
            ProfilesException => new(Status502BadGateway, "The service has failed."),
            _ => new(Status500InternalServerError, "Something has failed here."),
        };

    private static Problem Later(string words, TimeSpan? after = null) =>
        new(Status503ServiceUnavailable, $"{words} Try again in a moment.", after ?? Soon);
}
