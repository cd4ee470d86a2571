using System.Text.Encodings.Web;
using System.Text.Json;

namespace Probe.Reporting;

/// <summary>What a run found. Counts, shapes, statuses and durations: nothing of a customer, and no address.</summary>
internal sealed record ProbeReport(IReadOnlyList<CheckResult> Results, int Requests, long Milliseconds)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Count(Outcome outcome) => Results.Count(result => result.Finding.Outcome == outcome);

    /// <summary>Gets whether any answer of the service could be judged.</summary>
    public bool HasChecked =>
        Results.Any(result => result.Assumption.MostRequests > 0 && result.Finding.Outcome != Outcome.Unchecked);

    public string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                Holds = Count(Outcome.Holds),
                Violated = Count(Outcome.Violated),
                Unchecked = Count(Outcome.Unchecked),
                Requests,
                Milliseconds,
                Assumptions = Results.Select(result => new
                {
                    result.Assumption.Name,
                    result.Assumption.Description,
                    Outcome = WordOf(result.Finding.Outcome),
                    result.Finding.Detail,
                    result.Requests,
                    result.Milliseconds,
                }),
            },
            Options
        );

    public string ToText() =>
        string.Concat(Results.Select(TextOf))
        + $"{Count(Outcome.Holds)} hold, {Count(Outcome.Violated)} are violated, "
        + $"{Count(Outcome.Unchecked)} could not be checked. {Requests} requests in {Milliseconds} ms."
        + Environment.NewLine;

    private static string TextOf(CheckResult result) =>
        $"{WordOf(result.Finding.Outcome), -22}{result.Assumption.Name}{Environment.NewLine}"
        + $"    {result.Assumption.Description}{Environment.NewLine}"
        + $"    {result.Finding.Detail} ({result.Requests} requests, {result.Milliseconds} ms){Environment.NewLine}";

    private static string WordOf(Outcome outcome) =>
        outcome switch
        {
            Outcome.Holds => "holds",
            Outcome.Violated => "VIOLATED",
            _ => "could not be checked",
        };
}
