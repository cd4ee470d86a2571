namespace FluentProfiles.Tests.Docs.Readme;

// Queries that the README explains.
public sealed partial class ReadmeSamples
{
    /// <summary>What the README prints below a query, by the region's name.</summary>
    internal static Dictionary<string, Func<string>> Texts { get; } =
        new()
        {
            ["plan-newest"] = () => PlanOfNewest().ToString(),
            ["plan-split"] = () => PlanOfSplit().ToString(),
            ["plan-taken-first"] = () => PlanOfTakenFirst().ToString(),
            ["refused"] = Refusal,
        };

    private static QueryPlan PlanOfNewest()
    {
        #region plan-newest
        var newest = Profiles.Query().OrderByDescending(p => p.CreatedAt).Take(50);
        #endregion

        return newest.Explain();
    }

    private static QueryPlan PlanOfSplit()
    {
        #region plan-split
        EnforcementStatus[] stopped = [EnforcementStatus.Restricted, EnforcementStatus.Banned];

        var germans = Profiles
            .Query()
            .Where(p => stopped.Contains(p.EnforcementStatus) && p.ExternalUserDetails.Country == "DE")
            .OrderBy(p => p.Name)
            .Select(p => new { p.Id, p.Name });
        #endregion

        return germans.Explain();
    }

    private static QueryPlan PlanOfTakenFirst()
    {
        #region plan-taken-first
        var restrictedAmongTheNewest = Profiles
            .Query()
            .Take(250)
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted);
        #endregion

        return restrictedAmongTheNewest.Explain();
    }

    private static string Refusal()
    {
        #region refused
        var byChange = Profiles.Query().OrderByDescending(p => p.UpdatedAt);
        #endregion

        return Assert.Throws<UnsupportedQueryException>(() => byChange.Explain()).Message;
    }
}
