using System.Text.Encodings.Web;
using FluentProfiles;

namespace Web;

/// <summary><c>GET /?country=DE&amp;token=…</c>: twenty profiles and a link to the next twenty. The server keeps no state: where
/// the next page begins is in the link.</summary>
internal static class Grid
{
    private const int Rows = 20;

    public static async Task<IResult> ShowAsync(
        string? country,
        string? token,
        IProfilesClient client,
        CancellationToken cancellationToken
    )
    {
        var profiles = client.Query();
        if (!string.IsNullOrEmpty(country))
            profiles = profiles.Where(p => p.ExternalUserDetails.Country == country);
        try
        {
            var page = await profiles.ToPageAsync(Rows, token, cancellationToken);
            return Results.Content(Html(page, country), "text/html; charset=utf-8");
        }
        catch (ArgumentException)
        {
            return Results.BadRequest("The link belongs to another filter, or is damaged.");
        }
    }

    private static string Html(ProfilePage<UserProfile> page, string? country) =>
        $"""
            <!doctype html>
            <title>Profiles</title>
            <form>Country <input name="country" value="{Encoded(country)}"> <button>Show</button></form>
            <table>
            <tr><th>Created<th>Id<th>Name<th>Status<th>Country
            {string.Join('\n', page.Items.Select(Row))}
            </table>
            {Next(page.ResumeToken, country)}
            """;

    private static string Row(UserProfile p) =>
        $"<tr><td>{p.CreatedAt:yyyy-MM-dd}<td>{Encoded(p.Id)}<td>{Encoded(p.Name)}"
        + $"<td>{Encoded(p.EnforcementStatus.ToString())}<td>{Encoded(p.ExternalUserDetails.Country)}";

    private static string Next(string? token, string? country) =>
        token is null
            ? "<p>That is all."
            : $"<p><a href=\"?country={Uri.EscapeDataString(country ?? "")}&amp;token={Uri.EscapeDataString(token)}\">Next {Rows}</a>";

    private static string Encoded(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
