namespace FluentProfiles.Mirror.Erasing;

/// <summary>An erasure in a ledger.</summary>
/// <param name="Hash">The hash of the id.</param>
/// <param name="At">When the profile was erased.</param>
internal sealed record LedgerEntry(string Hash, DateTimeOffset At);
