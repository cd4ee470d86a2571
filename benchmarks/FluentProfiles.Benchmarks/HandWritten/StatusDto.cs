namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>A tier or a feature.</summary>
internal sealed class StatusDto
{
    public string? Status { get; set; }
}
