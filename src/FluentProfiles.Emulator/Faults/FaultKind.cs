namespace FluentProfiles.Emulator.Faults;

/// <summary>What can befall an answer; the names are those of <see cref="EmulatorFaults"/>.</summary>
internal enum FaultKind
{
    None,
    Refusal,
    ResetBefore,
    ResetWithin,
    ResetAfter,
    Truncated,
    WrongContent,
    RepeatedCursor,
}
