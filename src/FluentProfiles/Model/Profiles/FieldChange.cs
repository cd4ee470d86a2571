namespace FluentProfiles;

/// <summary>A member of a profile that differs: before and after a write, or between two profiles.</summary>
/// <param name="Member">The path of the member: <c>Name</c>, <c>Metadata["tier"]</c>,
/// <c>ExternalUserDetails.Country</c>.</param>
/// <param name="Before">The value before, as JSON; null for none.</param>
/// <param name="After">The value after, as JSON; null for none.</param>
public sealed record FieldChange(string Member, string? Before, string? After)
{
    /// <summary>Returns the change in one line: <c>Name "Ada" → "Ada L."</c>. It contains values of the
    /// profile.</summary>
    public override string ToString() => $"{Member} {Text(Before)} → {Text(After)}";

    private static string Text(string? value) => value is null ? "nothing" : $"\"{value}\"";
}
