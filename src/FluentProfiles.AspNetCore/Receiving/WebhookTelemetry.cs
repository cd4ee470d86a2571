using System.Diagnostics;
using System.Diagnostics.Metrics;
using FluentProfiles.Telemetry;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>The instruments of webhook endpoints. Their meter has the name of the library's own.</summary>
internal static class WebhookTelemetry
{
    private static readonly Meter Meter = new(
        "FluentProfiles",
        typeof(WebhookTelemetry).Assembly.GetName().Version!.ToString(3)
    );

    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "fluentprofiles.webhooks.messages",
        "{message}",
        "Webhook messages that were received, by result."
    );

    public static void Count(Outcome outcome) => WatchingCode.Run(outcome, static it => Messages.Add(1, TagsOf(it)));

    private static TagList TagsOf(Outcome outcome)
    {
        TagList tags = new() { { "fluentprofiles.webhooks.outcome", outcome.Name } };
        if (outcome.Reason is { } reason)
            tags.Add("fluentprofiles.webhooks.reason", reason);
        if (outcome.Failure is { } failure)
            tags.Add("error.type", failure.GetType().FullName);
        return tags;
    }
}
