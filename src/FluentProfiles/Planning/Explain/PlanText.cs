using System.Globalization;
using System.Text;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Planning.Explain;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static string Of(QueryPlan plan)
    {
        if (plan.IsEmpty)
            return $"Nothing is sent: no profile can match.{(plan.Tag is { } tag ? $" (tag: {tag})" : "")}";
        var request = plan.Execution.Environment.Pages.Explain(
            plan.Lookups > 0 ? null : plan.Execution.Listing,
            plan.IsRedacted
        );
        var text = new StringBuilder(request.Request).AppendLine();
        Line(text, "tag", plan.Tag);
        foreach (var (label, value) in request.Lines)
            Line(text, label, value);
        Line(text, "order", OrderText(plan));
        Line(text, "fields", FieldsText(plan));
        foreach (var condition in plan.Execution.Listing.Conditions.Exact)
            Line(text, "filter", Shown(condition, plan));
        foreach (var condition in plan.Execution.Listing.Conditions.Rough)
            Line(text, "prune", Shown(condition, plan) + ", checked again on the client");
        foreach (var step in plan.OnClient)
            Line(text, "on the client", step);
        Line(text, "stops when", plan.StopsWhen);
        Line(text, "two-ended", TwoEndedText(plan));
        return text.Append(Label("requests")).Append(RequestsText(plan)).ToString();
    }

    // A condition has values of the caller.
    private static string Shown(FilterNode condition, QueryPlan plan) => plan.IsRedacted ? "?" : condition.Text;

    private static string? TwoEndedText(QueryPlan plan) =>
        plan.IgnoresTwoEndedScan ? "no effect: the listing is read from one end"
        : plan.TwoEnded ? "the listing is read from both ends at once, until they meet"
        : null;

    private static void Line(StringBuilder text, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.Append(Label(label)).AppendLine(value);
    }

    private static string Label(string label) => $"  {label}:".PadRight(18);

    private static string OrderText(QueryPlan plan) =>
        $"{plan.Execution.Order.SortedBy.Name}, {(plan.Descending ? "descending" : "ascending")}"
        + (
            plan.Lookups > 0 ? ", sorted here"
            : plan.OrderBy is null ? $", the default of {plan.Execution.Environment.Capabilities.Name}"
            : ""
        );

    private static string FieldsText(QueryPlan plan) =>
        plan.Execution.Fields == FluentProfiles.Model.Schema.FieldMask.All ? "all"
        : plan.Execution.Fields.IsEmpty ? "none, profiles are only counted"
        : string.Join(", ", plan.Fields);

    private static string RequestsText(QueryPlan plan) =>
        plan.MaxRequests is not { } most ? $"at least {Number(plan.MinRequests)}, no upper bound"
        : most == plan.MinRequests ? Number(most)
        : $"{Number(plan.MinRequests)} to {Number(most)}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
