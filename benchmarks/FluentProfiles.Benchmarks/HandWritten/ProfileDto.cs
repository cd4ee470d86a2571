namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>Every field that the service serves, as plainly as it can be written.</summary>
public sealed class ProfileDto
{
    public string Id { get; set; } = "";

    public string Type { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public string? Name { get; set; }

    public string? AccessType { get; set; }

    public ExternalUserDetailsDto? ExternalUserDetails { get; set; }

    public string? EnforcementStatus { get; set; }

    public List<EnforcementActionDto> EnforcementActions { get; set; } = [];

    public ProgramsDto? Programs { get; set; }
}
