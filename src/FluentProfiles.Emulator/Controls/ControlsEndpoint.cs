using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Controls;

/// <summary>The endpoint of the data controls. Without its beta there is none.</summary>
internal sealed class ControlsEndpoint(ControlsStore controls)
{
    public const string Part = "providers/google/data_controls";

    private const string Beta = "google-managed-data-controls-2026-09-01";

    public static void ThrowIfHidden(EmulatorRequest request)
    {
        if (!RequestChecks.BetasOf(request).Contains(Beta))
            throw ServiceError.NotFound("There is nothing at this address.");
    }

    public EmulatorResponse Get(RequestContext context, UserProfile profile, DateTimeOffset now) =>
        Show(context, profile, controls.Get(profile, now));

    public EmulatorResponse Update(RequestContext context, UserProfile profile, DateTimeOffset now) =>
        Show(context, profile, controls.Update(profile, ControlsBody.Read(context.Request.Body), now));

    private static EmulatorResponse Show(RequestContext context, UserProfile profile, ProfileControls controls) =>
        Answer.Of(200, context.RequestId, json => ControlsWriter.Write(json, profile.Id, controls));
}
