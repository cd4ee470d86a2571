namespace FluentProfiles;

/// <summary>A member of a profile that differs: before and after a write, or in one profile and another.</summary>
/// <param name="Member">The member: <c>Name</c>, <c>Metadata["tier"]</c>, <c>ExternalUserDetails.Country</c>.</param>
/// <param name="Before">What is there, as JSON holds it; null for nothing.</param>
/// <param name="After">What will be there; null for nothing.</param>
public sealed record FieldChange(string Member, string? Before, string? After)
{
    /// <summary>In one line: <c>Name "Ada" → "Ada L."</c>. It has values of the profile.</summary>
    public override string ToString() => $"{Member} {Text(Before)} → {Text(After)}";

    private static string Text(string? value) => value is null ? "nothing" : $"\"{value}\"";
}
