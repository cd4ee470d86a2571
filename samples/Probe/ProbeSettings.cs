namespace Probe;

/// <param name="Write">Whether a profile is created and deleted.</param>
/// <param name="CursorAge">How old a cursor gets before it is used.</param>
internal sealed record ProbeSettings(bool Write = false, TimeSpan CursorAge = default);
