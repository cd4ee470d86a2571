using System.Diagnostics;
using FluentProfiles;

namespace Mirror.Serving;

/// <summary><c>POST /api/customers</c>: the profile of a customer, by the platform's own id. It is created the first time.</summary>
internal static class Reception
{
    public static async Task<IResult> ServeAsync(
        Arrival arrival,
        ProfileMirror mirror,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            var found = await mirror.GetOrCreateAsync(
                arrival.Reference?.Trim() ?? "",
                () => new() { Name = string.IsNullOrWhiteSpace(arrival.Name) ? null : arrival.Name },
                cancellationToken
            );
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var profile = await mirror.Query().FirstAsync(p => p.Id == found.Id, cancellationToken);
            return Results.Ok(new Welcome(Customer.Of(profile), found.WasCreated, found.Duplicates, took));
        }
        catch (ArgumentException refusal)
        {
            return Results.Problem(refusal.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    public static async Task<IResult> ShowAsync(string id, ProfileMirror mirror, CancellationToken cancellationToken) =>
        await mirror.Query().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } profile
            ? Results.Ok(Customer.Of(profile))
            : Results.Problem("The mirror has no such customer.", statusCode: StatusCodes.Status404NotFound);
}
