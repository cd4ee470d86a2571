using FluentProfiles;

namespace Quickstart;

/// <summary>The order and the bound go to the service: fifty profiles are one request.</summary>
internal static class NewestFifty
{
    private const int Shown = 10;

    public static async Task ShowAsync()
    {
        Screen.Heading("The newest fifty");
        RequestCounter counter = new();

        var newest = await Profiles
            .Query()
            .OrderByDescending(p => p.CreatedAt)
            .Take(50)
            .WithProgress(counter)
            .ToListAsync();

        Screen.Table(
            ["Created", "Id", "Name"],
            newest.Take(Shown).Select(p => new[] { $"{p.CreatedAt:yyyy-MM-dd}", p.Id, p.Name ?? "" })
        );
        var shown = newest.Count > Shown ? $"; the first {Shown} are shown" : "";
        Screen.Line($"{newest.Count} profiles in {counter}{shown}.");
    }
}
