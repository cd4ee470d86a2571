namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>An object whose setter changes what it is given.</summary>
public sealed class Norm
{
    public string? Name
    {
        get;
        set => field = value?.ToUpperInvariant();
    }
}
