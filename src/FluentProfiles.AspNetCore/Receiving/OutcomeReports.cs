using Microsoft.Extensions.Logging;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Counts and logs what became of messages. A run of equal failures is logged once. Thread-safe.</summary>
internal sealed class OutcomeReports(ILogger log)
{
    /// <summary>A few messages with a wrong signature are what anybody can post.</summary>
    public const int LongRun = 10;

    private const string WrongSignature = nameof(WebhookVerificationReason.WrongSignature);

    private readonly object gate = new();
    private int forged;
    private Type? failure;

    public void Note(Outcome outcome)
    {
        WebhookTelemetry.Count(outcome);
        lock (gate)
        {
            if (outcome.Reason is not null)
                log.Rejected(outcome.Reason, outcome.Status);
            NoteSignature(outcome);
            NoteFailure(outcome);
        }
    }

    private void NoteSignature(Outcome outcome)
    {
        if (outcome.Reason == WrongSignature && ++forged == LongRun)
            log.WrongSignatures(LongRun);
        if (outcome.Reason is not null || outcome.Failure is not null)
            return;
        if (forged >= LongRun)
            log.SignaturesMatch(forged);
        forged = 0;
    }

    private void NoteFailure(Outcome outcome)
    {
        if (outcome.Failure is { } thrown)
        {
            if (thrown.GetType() != failure)
                log.HandlerFailed(thrown.GetType().Name, thrown);
            failure = thrown.GetType();
        }
        else if (outcome == Outcome.Handled)
        {
            failure = null;
        }
    }
}
