using System.Diagnostics;
using FluentProfiles;

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
        if (arrival.Reference?.Trim() is not { Length: > 0 } reference)
            return Results.Problem(
                "The reference of the customer is missing.",
                statusCode: StatusCodes.Status400BadRequest
            );
        var start = Stopwatch.GetTimestamp();
        var profile = await mirror
            .Query()
            .FirstOrDefaultAsync(p => p.ExternalUserDetails.ReferenceId == reference, cancellationToken);
        var made = profile is null;
        profile ??= await client.CreateAsync(
            new()
            {
                Name = arrival.Name,
                ExternalUserDetails = new() { ReferenceId = reference },
            },
            cancellationToken: cancellationToken
        );
        return Results.Ok(new Welcome(Customer.Of(profile), made, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
    }

    public static async Task<IResult> ShowAsync(string id, ProfileMirror mirror, CancellationToken cancellationToken) =>
        await mirror.Query().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } profile
            ? Results.Ok(Customer.Of(profile))
            : Results.Problem("The mirror has no such customer.", statusCode: StatusCodes.Status404NotFound);
}
