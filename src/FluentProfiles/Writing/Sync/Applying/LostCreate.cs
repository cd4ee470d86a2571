using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>A create whose answer was lost.</summary>
internal sealed record LostCreate(StepData Step, ProfilesUnknownOutcomeException Failure);
