namespace FluentProfiles.Tests.Properties.Items;

/// <summary>A type of an application's own, filled by an initialiser.</summary>
internal sealed record Slim
{
    public string? Label { get; init; }

    public string? Country { get; init; }

    public DateTimeOffset? Since { get; init; }
}
