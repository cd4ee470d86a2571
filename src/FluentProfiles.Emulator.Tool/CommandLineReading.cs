namespace FluentProfiles.Emulator;

/// <summary>What a command line asks for: an emulator, or a text in place of one.</summary>
/// <param name="Options">The emulator's options, or null where none is to start.</param>
/// <param name="Text">What to print then.</param>
/// <param name="ExitCode">What to end with then: 0 where the text was asked for.</param>
internal sealed record CommandLineReading(ProfileEmulatorOptions? Options, string Text = "", int ExitCode = 0);
