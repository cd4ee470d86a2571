using FluentProfiles;

namespace Quickstart;

/// <summary>A page and a token: a second query, perhaps in another process, takes up where the first stopped.</summary>
internal static class PageByPage
{
    public static async Task ShowAsync()
    {
        Screen.Heading("Three at a time");

        var first = await ByName().ToPageAsync(3);
        Show("The first three", first);
        if (first.ResumeToken is null)
            return;

        var second = await ByName().ToPageAsync(3, first.ResumeToken);
        Show("Taken up by the token", second);
    }

    private static ProfileQuery<string?> ByName() => Profiles.Query().OrderBy(p => p.Name).Select(p => p.Name);

    private static void Show(string title, ProfilePage<string?> page) =>
        Screen.Line($"{title}: {string.Join(", ", page.Items.Select(name => name ?? "(no name)"))}");
}
