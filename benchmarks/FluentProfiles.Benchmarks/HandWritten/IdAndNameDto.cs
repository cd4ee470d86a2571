namespace FluentProfiles.Benchmarks.HandWritten;

/// <summary>What somebody writes who needs these two fields and no other.</summary>
public sealed class IdAndNameDto
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }
}
