namespace FluentProfiles.Benchmarks.HandWritten;

internal sealed class CyberRequirementsDto
{
    public bool? DataRetention { get; set; }

    public bool? HumanReview { get; set; }
}
