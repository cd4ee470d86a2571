using FluentProfiles;

namespace Web;

/// <summary><c>GET /?country=DE&amp;status=banned&amp;token=…</c>: twenty profiles, with links to the pages before and after. The
/// server keeps no state: where those pages start is in the links. A page is shorter where ten requests to the service found fewer
/// matches; its link goes on with the search.</summary>
internal static class Grid
{
    public const int Rows = 20;

    // A filter that few profiles pass must not make one visitor's request read the whole listing.
    private const int MaxRequests = 10;

    public static async Task<IResult> ShowAsync(
        [AsParameters] GridLocation here,
        IProfilesClient client,
        Html html,
        CancellationToken cancellationToken
    )
    {
        if (Filter.ProblemOf(here.Status) is { } problem)
            return await ErrorAsync(html, 400, problem);
        try
        {
            var token = here.IsFirst ? null : here.Token;
            var profiles = Filter.Apply(client.Query(), here.Country, here.Status).WithMaxRequests(MaxRequests);
            var page = await profiles.ToPageAsync(Rows, token, cancellationToken);
            return await html.PageAsync<GridPage>(200, new() { ["Here"] = here, ["Profiles"] = page });
        }
        catch (ArgumentException)
        {
            return await ErrorAsync(html, 400, "The link belongs to another filter, or it is damaged.");
        }
        catch (ProfilesException failure)
        {
            return await ErrorAsync(html, 502, $"The service did not answer: {failure.Message}");
        }
    }

    private static Task<IResult> ErrorAsync(Html html, int status, string message) =>
        html.PageAsync<ErrorPage>(status, new() { ["Message"] = message });
}
