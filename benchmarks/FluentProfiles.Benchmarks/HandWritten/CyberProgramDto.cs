namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class CyberProgramDto
{
    public string? Status { get; set; }

    public CyberRequirementsDto? Requirements { get; set; }

    public Dictionary<string, StatusDto> Tiers { get; set; } = [];
}
