namespace FluentProfiles.Emulator;

// FluentProfiles.Testing compiles the rest of the type for its own use, without this part.
public partial record EmulatorResponse;
