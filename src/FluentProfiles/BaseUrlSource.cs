namespace FluentProfiles;

/// <summary>Where <see cref="ProfilesClientOptions.BaseUrl"/> comes from.</summary>
public enum BaseUrlSource
{
    /// <summary>Nothing has set it.</summary>
    Default,

    /// <summary>Code has set it.</summary>
    Code,

    /// <summary>The variable <c>ANTHROPIC_BASE_URL</c>.</summary>
    Environment,

    /// <summary>A section of the configuration, with <c>AddFluentProfiles</c>.</summary>
    Configuration,
}
