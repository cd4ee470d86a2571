namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>Whether the requests of a query keep to its plan.</summary>
internal static class PlanCheck
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Failure(QueryPlan plan, RequestMeter meter, bool readsAll, bool keepsToPlan)
    {
        foreach (var requests in meter.Runs())
        {
            var wrong =
                requests.Count > plan.MaxRequests && (keepsToPlan || plan.IsEmpty) ? "more requests than announced"
                : readsAll && requests.Count < plan.MinRequests ? "fewer requests than announced"
                : !plan.TwoEnded && !RequestMeter.IsOneListing(requests)
                    ? "a page that does not repeat the first request"
                : null;
            if (wrong is not null)
                return $"{wrong}:\n{string.Join("\n", requests)}\nThe plan:\n{plan}";
        }
        return null;
    }
}
