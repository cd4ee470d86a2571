using System.Diagnostics;
using FluentProfiles;
using Mirror.Serving.Failing;

namespace Mirror.Serving;

/// <summary><c>POST /api/customers</c>: the profile of a customer, by the platform's own id. It is created the first time.</summary>
internal static class Reception
{
    public static async Task<IResult> ServeAsync(
        Arrival arrival,
        ProfileMirror mirror,
        IProfilesClient client,
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
            // The mirror may lack it for a moment, or for good: its person was forgotten.
            var profile =
                await mirror.Query().FirstOrDefaultAsync(p => p.Id == found.Id, cancellationToken)
                ?? await client.GetAsync(found.Id, cancellationToken: cancellationToken);
            return Results.Ok(new Welcome(Customer.Of(profile), found.WasCreated, found.Duplicates, took));
        }
        catch (ArgumentException refused)
        {
            throw new BadInputException(
                "A reference has 1 to 255 characters and is not blank. A name has at most 255.",
                refused
            );
        }
    }

    public static async Task<IResult> ShowAsync(string id, ProfileMirror mirror, CancellationToken cancellationToken) =>
        await mirror.Query().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } profile
            ? Results.Ok(Customer.Of(profile))
            : Results.Problem("The mirror has no such customer.", statusCode: StatusCodes.Status404NotFound);
}
