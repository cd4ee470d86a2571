using System.Text;
using FluentProfiles.Http;

namespace FluentProfiles.Planning;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static string Of(QueryPlan plan)
    {
        if (plan.IsEmpty)
            return "Nothing is sent: no profile can match.";
        var text = new StringBuilder();
        text.Append("GET /v1/user_profiles")
            .AppendLine(Uri.UnescapeDataString(ResourceAddress.OfPage(plan.Listing, null)));
        Line(text, "betas", string.Join(", ", plan.Betas));
        Line(text, "workspace", plan.Workspace ?? "");
        Line(text, "order", OrderText(plan));
        Line(text, "fields", plan.FieldMask == Model.FieldMask.All ? "all" : string.Join(", ", plan.Fields));
        foreach (var step in plan.OnClient)
            Line(text, "on the client", step);
        if (plan.IgnoresTwoEndedScan)
            Line(text, "two-ended", "no effect: the listing is walked from one end");
        return text.Append(Label("requests")).Append(RequestsText(plan)).ToString();
    }

    private static void Line(StringBuilder text, string label, string value)
    {
        if (value.Length > 0)
            text.Append(Label(label)).AppendLine(value);
    }

    private static string Label(string label) => ("  " + label + ":").PadRight(18);

    private static string OrderText(QueryPlan plan) =>
        (plan.OrderBy ?? "created_at")
        + (plan.Descending ? ", descending" : ", ascending")
        + (plan.OrderBy is null ? " (the service's own)" : "");

    private static string RequestsText(QueryPlan plan) =>
        plan.MaxRequests is not { } most ? $"at least {plan.MinRequests}, as many as there are pages"
        : most == plan.MinRequests ? $"{most}"
        : $"{plan.MinRequests} to {most}";
}
