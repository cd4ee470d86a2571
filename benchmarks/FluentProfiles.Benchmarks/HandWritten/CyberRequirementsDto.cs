namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class CyberRequirementsDto
{
    public bool? DataRetention { get; set; }

    public bool? HumanReview { get; set; }
}
