using FluentProfiles.Emulator.Faults;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Draws what befalls each webhook, from its type, its profile and how often that pair came before.</summary>
internal sealed class WebhookFates(EmulatorFaults faults)
{
    private readonly FaultDice allDice = new(faults.Seed);

    public WebhookFate Of(ProfileEvent happened)
    {
        var dice = allDice.Of(happened.Type.ToString(), happened.ProfileId);
        return new(
            dice.Share() < faults.LostWebhooks,
            dice.Share() < faults.RepeatedWebhooks,
            dice.Share() < faults.ReorderedWebhooks
        );
    }
}
