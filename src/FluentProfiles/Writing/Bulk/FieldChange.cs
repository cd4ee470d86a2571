namespace FluentProfiles;

/// <summary>What a bulk write changes of one member of a profile.</summary>
/// <param name="Member">The member: <c>Name</c>, <c>Metadata["tier"]</c>, <c>ExternalUserDetails.Country</c>.</param>
/// <param name="Before">What is there, as JSON holds it; null for nothing.</param>
/// <param name="After">What will be there; null for nothing.</param>
public sealed record FieldChange(string Member, string? Before, string? After);
