using FluentProfiles;
using FluentProfiles.Emulator;
using Mirror.Serving.Failing;

namespace Mirror.Serving;

/// <summary><c>POST /api/customers/{id}/acts</c>: lets something happen to a customer, so that a visitor sees the feed move. Only with an
/// emulator: on the real service, the page changes no customer.</summary>
internal sealed class EmulatedActs(ProfileEmulator emulator)
{
    public Task<IResult> ActAsync(string id, Act act, IProfilesClient client, CancellationToken cancellationToken) =>
        act.Kind switch
        {
            "restrict" => RestrictAsync(id, client, cancellationToken),
            "lift" => LiftAsync(id, client, cancellationToken),
            "rename" => RenameAsync(id, act.Name ?? "Renamed", client, cancellationToken),
            "delete" => DeleteAsync(id, client, cancellationToken),
            _ => Task.FromResult(Results.Problem("There is no such act.", statusCode: StatusCodes.Status400BadRequest)),
        };

    // The service decides, and posts a webhook.
    private async Task<IResult> RestrictAsync(string id, IProfilesClient client, CancellationToken cancellationToken)
    {
        var profile = await client.GetAsync(id, cancellationToken: cancellationToken);
        return Decide(() => emulator.OpenEnforcementAction(profile.Id));
    }

    private async Task<IResult> LiftAsync(string id, IProfilesClient client, CancellationToken cancellationToken)
    {
        var profile = await client.GetAsync(id, cancellationToken: cancellationToken);
        return Decide(() =>
        {
            foreach (var action in profile.EnforcementActions)
                emulator.ResolveEnforcementAction(id, action.Id);
        });
    }

    // The platform writes. The mirror has it when the service has accepted it.
    private static async Task<IResult> RenameAsync(
        string id,
        string name,
        IProfilesClient client,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await client.UpdateAsync(id, new() { Name = name }, cancellationToken: cancellationToken);
            return Results.NoContent();
        }
        catch (ArgumentException refused)
        {
            throw new BadInputException("A name has at most 255 characters.", refused);
        }
    }

    private static async Task<IResult> DeleteAsync(
        string id,
        IProfilesClient client,
        CancellationToken cancellationToken
    )
    {
        await client.DeleteAsync(id, cancellationToken: cancellationToken);
        return Results.NoContent();
    }

    private static IResult Decide(Action decision)
    {
        try
        {
            decision();
            return Results.NoContent();
        }
        catch (ArgumentException)
        {
            return Results.Problem(
                "Another visitor was faster: look at the customer again.",
                statusCode: StatusCodes.Status409Conflict
            );
        }
    }
}
