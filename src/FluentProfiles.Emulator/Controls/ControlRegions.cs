namespace FluentProfiles.Emulator.Controls;

/// <summary>The regions that the service offers.</summary>
internal static class ControlRegions
{
    public static string[] All { get; } = ["us", "eu", "sg", "global"];
}
