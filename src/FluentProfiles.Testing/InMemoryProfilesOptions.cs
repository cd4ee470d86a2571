namespace FluentProfiles.Testing;

/// <summary>How <see cref="InMemoryProfiles"/> behaves. Read once, when it is made.</summary>
public sealed class InMemoryProfilesOptions
{
    /// <summary>The clock: it dates what is created and changed, and is <c>UtcNow</c> within a query. The system's by
    /// default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the id of each profile that is created, and of each given profile that has none. It must not return an id
    /// twice, and is never called by two threads at once. Null (the default) for ids that look like the service's and are the same
    /// in every run.</summary>
    public Func<string>? NewId { get; set; }

    /// <summary>The betas of every request, as in <see cref="ProfilesClientOptions.Betas"/>: a user-profiles beta chooses an earlier
    /// shape. None by default.</summary>
    public IList<AnthropicBeta> Betas { get; set; } = [];
}
