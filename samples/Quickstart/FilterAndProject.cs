using FluentProfiles;

namespace Quickstart;

/// <summary>The status goes to the service, which can filter by it; the metadata is looked at here, and of each profile only
/// what the query needs is read.</summary>
internal static class FilterAndProject
{
    public static async Task ShowAsync()
    {
        Screen.Heading("Restricted customers on the pro plan");

        var query = Profiles
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted && p.Metadata["plan"] == "pro")
            .Select(p => new Customer(p.Name, p.Metadata["region"]))
            .Take(5);

        Screen.Line(query.Explain().ToString());
        Screen.Line();
        await RunAsync(query);
    }

    /// <summary>A service may hold millions of profiles and none that matches: the run has a budget.</summary>
    private static async Task RunAsync(ProfileQuery<Customer> query)
    {
        RequestCounter counter = new();
        try
        {
            await foreach (var customer in query.WithMaxRequests(20).WithProgress(counter))
                Screen.Line($"{customer.Name ?? "(no name)"}, {customer.Region ?? "no region"}");
            Screen.Line($"Found in {counter}.");
        }
        catch (ProfilesBudgetException)
        {
            Screen.Line("There may be more, but this sample sends no more than twenty requests for them.");
        }
    }

    private sealed record Customer(string? Name, string? Region);
}
