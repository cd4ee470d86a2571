using FluentProfiles.Emulator;

namespace FluentProfiles.Samples.Tests;

internal static class EmulatedClient
{
    public static ProfilesClient Of(ProfileEmulator emulator) =>
        new(new() { BaseUrl = emulator.BaseUrl, ApiKey = "any-key" });
}
