using FluentProfiles;
using FluentProfiles.Emulator;

namespace Mirror.Serving;

/// <summary><c>POST /api/customers/{id}/acts</c>: lets something happen to a customer, so that a visitor sees the feed move. Only with an
/// emulator: on the real service, the page changes no customer.</summary>
internal sealed class EmulatedActs(ProfileEmulator emulator)
{
    public async Task<IResult> ActAsync(string id, Act act, IProfilesClient client, CancellationToken cancellationToken)
    {
        switch (act.Kind)
        {
            // The service decides, and posts a webhook.
            case "restrict":
                emulator.OpenEnforcementAction((await client.GetAsync(id, cancellationToken: cancellationToken)).Id);
                break;
            case "lift":
                foreach (
                    var action in (await client.GetAsync(id, cancellationToken: cancellationToken)).EnforcementActions
                )
                    emulator.ResolveEnforcementAction(id, action.Id);
                break;
            // The platform writes. The mirror has it when the service has accepted it.
            case "rename":
                await client.UpdateAsync(
                    id,
                    new() { Name = act.Name ?? "Renamed" },
                    cancellationToken: cancellationToken
                );
                break;
            case "delete":
                await client.DeleteAsync(id, cancellationToken: cancellationToken);
                break;
            default:
                return Results.Problem($"There is no act “{act.Kind}”.", statusCode: StatusCodes.Status400BadRequest);
        }
        return Results.NoContent();
    }
}
