namespace FluentProfiles.Mirror.References.Creating;

/// <summary>A claim that a call of this process has taken.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Owner">Tells the claim from every other, also from a later one of the same process.</param>
internal sealed record HeldClaim(string Reference, string Owner);
