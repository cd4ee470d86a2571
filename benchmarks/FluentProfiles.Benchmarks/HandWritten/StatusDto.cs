namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>A tier or a feature.</summary>
public sealed class StatusDto
{
    public string? Status { get; set; }
}
