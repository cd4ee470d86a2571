using System.Diagnostics;
using FluentProfiles;
using Mirror.Serving.Failing;

namespace Mirror.Serving;

/// <summary><c>GET /api/customers?reference=…&amp;plan=pro&amp;status=banned&amp;order=name&amp;token=…</c>: twelve customers, and the token
/// of the next page. Each page costs the database as much as the first one.</summary>
internal static class CustomerList
{
    private const int Rows = 12;

    public static async Task<IResult> GetAsync(
        [AsParameters] CustomerFilter filter,
        string? token,
        ProfileMirror mirror,
        CancellationToken cancellationToken
    )
    {
        var customers = filter.Apply(mirror.Query());
        var start = Stopwatch.GetTimestamp();
        try
        {
            var page = await customers.ToPageAsync(Rows, token, cancellationToken);
            return Results.Ok(
                new CustomerPage(
                    [.. page.Items.Select(Customer.Of)],
                    page.ResumeToken,
                    Stopwatch.GetElapsedTime(start).TotalMilliseconds,
                    customers.Explain().ToString()
                )
            );
        }
        catch (ArgumentException refused)
        {
            throw new BadInputException("The token belongs to another filter, or it is damaged.", refused);
        }
    }
}
