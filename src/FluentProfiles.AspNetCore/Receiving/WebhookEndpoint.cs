using Microsoft.AspNetCore.Http;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Receives a message: reads it, verifies it, has its event handled, and responds.</summary>
internal sealed class WebhookEndpoint(CurrentVerifier verifier, EventHandling handling, OutcomeReports reports)
{
    private const string RetryAfter = "30";

    public async Task RespondAsync(HttpContext context)
    {
        Outcome outcome;
        try
        {
            outcome = await ReceiveAsync(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Either the sender has gone, and delivers again, or a timeout of the application has ended the handling: then the sender
            // is still there, and must not take the event for handled.
            AskAgain(context.Response);
            return;
        }
        reports.Note(outcome);
        if (outcome.Failure is null)
            context.Response.StatusCode = outcome.Status;
        else
            AskAgain(context.Response);
    }

    private static void AskAgain(HttpResponse response)
    {
        if (response.HasStarted)
            return;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfter;
    }

    private async Task<Outcome> ReceiveAsync(HttpContext context)
    {
        try
        {
            var current = await verifier.GetAsync(context.RequestAborted).ConfigureAwait(false);
            var body = await RawBody
                .ReadAsync(context.Request, current.Options.TimeProvider, context.RequestAborted)
                .ConfigureAwait(false);
            var received = Verify(current.Verifier, context.Request.Headers, body);
            return received.ProfileId is null && !current.Options.IncludeOtherEvents
                ? Outcome.Other
                : await HandleAsync(received, context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException rejection)
        {
            return Outcome.Rejected(rejection);
        }
        catch (WebhookVerificationException rejection)
        {
            return Outcome.Rejected(rejection);
        }
        // The provider of the secrets has failed.
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Outcome.Failed(failure);
        }
    }

    // Whatever a handler throws, the message is genuine.
    private async Task<Outcome> HandleAsync(WebhookEvent received, HttpContext context)
    {
        try
        {
            return await handling
                .RunAsync(received, context.RequestServices, context.RequestAborted)
                .ConfigureAwait(false)
                ? Outcome.Handled
                : Outcome.Duplicate;
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Outcome.Failed(failure);
        }
    }

    // Signatures may come in several lines. The other headers have one value.
    private static WebhookEvent Verify(WebhookVerifier verifier, IHeaderDictionary headers, byte[] body) =>
        verifier.Verify(
            headers["webhook-id"],
            headers["webhook-timestamp"],
            string.Join(' ', headers["webhook-signature"].AsEnumerable()),
            body
        );
}
