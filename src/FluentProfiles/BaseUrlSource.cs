namespace FluentProfiles;

/// <summary>The source of a <see cref="ProfilesClientOptions.BaseUrl"/>.</summary>
public enum BaseUrlSource
{
    /// <summary>The default address. Nothing has set another one.</summary>
    Default,

    /// <summary>The application's code.</summary>
    Code,

    /// <summary>The environment variable <c>ANTHROPIC_BASE_URL</c>.</summary>
    Environment,

    /// <summary>A section of the configuration, bound by <c>AddFluentProfiles</c>.</summary>
    Configuration,
}
