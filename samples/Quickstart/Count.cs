using FluentProfiles;

namespace Quickstart;

/// <summary>The service reports no totals, so a count reads pages. <c>Take</c> bounds it: of the newest thousand, which are
/// ten requests.</summary>
internal static class Count
{
    public static async Task ShowAsync()
    {
        Screen.Heading("How many of the newest thousand have the pro plan");
        RequestCounter counter = new();

        var count = await Profiles
            .Query()
            .Take(1_000)
            .WithProgress(counter)
            .CountAsync(p => p.Metadata["plan"] == "pro");

        Screen.Line($"{count}, counted in {counter}.");
    }
}
