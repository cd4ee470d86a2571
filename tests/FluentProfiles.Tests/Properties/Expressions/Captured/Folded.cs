namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A record whose property has code.</summary>
public sealed record Folded(string? Name)
{
    public string? Name { get; } = Name?.ToLowerInvariant();
}
