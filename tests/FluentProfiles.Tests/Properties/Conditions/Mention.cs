namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>What one atom of a condition speaks of.</summary>
/// <param name="Subject">The part of the profile.</param>
/// <param name="Value">What it is compared with.</param>
/// <param name="IsConjunct">Whether it must hold for the whole to hold.</param>
internal sealed record Mention(Subject Subject, object? Value, bool IsConjunct);
