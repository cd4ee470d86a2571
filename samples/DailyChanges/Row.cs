namespace DailyChanges;

/// <summary>What is remembered of a profile. Of each profile only these fields are read.</summary>
internal sealed record Row(string Id, string? Name, string Status, DateTimeOffset UpdatedAt);
