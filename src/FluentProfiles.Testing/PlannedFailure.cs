namespace FluentProfiles.Testing;

/// <summary>How a coming request fails.</summary>
/// <param name="Exception">What it throws.</param>
/// <param name="IsAnswerLost">True when it is carried out first.</param>
internal sealed record PlannedFailure(Exception Exception, bool IsAnswerLost);
