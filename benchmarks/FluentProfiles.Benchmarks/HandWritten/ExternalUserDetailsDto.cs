namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class ExternalUserDetailsDto
{
    public string? AccountStatus { get; set; }

    public string? Country { get; set; }

    public string? EmailHash { get; set; }

    public string? EntityType { get; set; }

    public string? NameHash { get; set; }

    public DateTimeOffset? OnboardedAt { get; set; }

    public string? ReferenceId { get; set; }
}
