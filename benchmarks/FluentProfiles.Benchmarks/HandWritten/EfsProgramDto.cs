namespace FluentProfiles.Benchmarks.HandWritten;

public sealed class EfsProgramDto
{
    public string? Status { get; set; }

    public Dictionary<string, StatusDto> Features { get; set; } = [];
}
