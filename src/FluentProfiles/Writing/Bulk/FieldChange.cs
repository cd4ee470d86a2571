namespace FluentProfiles;

/// <summary>What a bulk write changes of one member of a profile.</summary>
/// <param name="Member">The member: <c>Name</c>, <c>Metadata["tier"]</c>, <c>ExternalUserDetails.Country</c>.</param>
/// <param name="Before">What is there, as JSON holds it; null for nothing.</param>
/// <param name="After">What will be there; null for nothing.</param>
public sealed record FieldChange(string Member, string? Before, string? After)
{
    /// <summary>For people: <c>Name "Ada" → "Ada L."</c>.</summary>
    internal string Text => $"{Member} {Quoted(Before)} → {Quoted(After)}";

    private static string Quoted(string? value) => value is null ? "nothing" : $"\"{value}\"";
}
