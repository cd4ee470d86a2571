namespace FluentProfiles.Sources;

/// <summary>How well a source applies a condition.</summary>
internal enum FilterSupport
{
    /// <summary>It can't apply the condition.</summary>
    None,

    /// <summary>It returns every profile that passes, and perhaps others. The client checks the condition again.</summary>
    Rough,

    /// <summary>It returns the profiles that pass and no others.</summary>
    Exact,
}
