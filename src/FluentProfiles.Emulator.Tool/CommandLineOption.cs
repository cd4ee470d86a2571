namespace FluentProfiles.Emulator;

/// <summary>An option of the command line, with the value that follows it.</summary>
/// <param name="Name">What is written, dashes included.</param>
/// <param name="Value">The value's name in the usage.</param>
/// <param name="Expected">What a value must be, for the message that it is none.</param>
/// <param name="Description">What the option is for.</param>
/// <param name="TrySet">Sets it; false where the value makes no sense.</param>
internal sealed record CommandLineOption(
    string Name,
    string Value,
    string Expected,
    string Description,
    Func<ProfileEmulatorOptions, string, bool> TrySet
)
{
    public string UsageLine => $"  {$"{Name} {Value}", -30}{Description}";
}
