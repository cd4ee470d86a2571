namespace FluentProfiles.Emulator.Rendering;

/// <summary>How a profile is shown: in which shape, and whether with the fields that only a get reports.</summary>
internal readonly record struct ProfileView(ApiRevision Revision, bool Whole);
