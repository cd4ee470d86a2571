using System.Globalization;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Planning.Explain;

/// <summary>Says what ends a scan before the listing ends.</summary>
internal static class StopText
{
    /// <returns>Null where nothing does but a Take.</returns>
    public static string? Of(ExecutionPlan plan, bool redact) =>
        plan.StopsEarly ? plan.Operators.Select(step => Of(step, redact)).First(text => text is not null) : null;

    /// <summary>A time as the service writes it.</summary>
    public static string Of(DateTimeOffset time, bool redact) =>
        redact
            ? "?"
            : time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string? Of(QueryOperator step, bool redact) =>
        step switch
        {
            TimeIntervalOperator { EndsScan: true } bounds => Of(bounds, redact),
            IdScanOperator => "all ids are found",
            _ => null,
        };

    private static string Of(TimeIntervalOperator bounds, bool redact) =>
        bounds.Descending == true
            ? $"{bounds.Time.Name} < {Of(bounds.Interval.From, redact)}"
            : $"{bounds.Time.Name} > {Of(bounds.Interval.To, redact)}";
}
