namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class EnforcementActionDto
{
    public string Id { get; set; } = "";

    public string? Type { get; set; }

    public string? Action { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public string? Reason { get; set; }
}
