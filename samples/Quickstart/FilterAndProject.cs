using FluentProfiles;

namespace Quickstart;

/// <summary>The status goes to the service, which can filter by it; the metadata is looked at here, and of each profile only
/// what the query names is read.</summary>
internal static class FilterAndProject
{
    public static async Task ShowAsync()
    {
        Screen.Heading("Restricted customers on the pro plan");
        RequestCounter counter = new();

        var query = Profiles
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted && p.Metadata["plan"] == "pro")
            .Select(p => new { p.Name, Region = p.Metadata["region"] })
            .Take(5);

        Screen.Line(query.Explain().ToString());
        Screen.Line();

        try
        {
            await foreach (var customer in query.WithMaxRequests(20).WithProgress(counter))
                Screen.Line($"{customer.Name ?? "(no name)"}, {customer.Region ?? "no region"}");
            Screen.Line($"Found in {counter}.");
        }
        catch (ProfilesBudgetException)
        {
            Screen.Line("Fewer than five in twenty requests: that is all this sample may send for it.");
        }
    }
}
