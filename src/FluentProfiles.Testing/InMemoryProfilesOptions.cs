namespace FluentProfiles.Testing;

/// <summary>The options of <see cref="InMemoryProfiles"/>. They are read once, when the object is created.</summary>
public sealed class InMemoryProfilesOptions
{
    /// <summary>The clock for the times of creations and changes, and for <c>UtcNow</c> in queries. The system's clock
    /// by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the id for each profile that is created, and for each given profile without an id. It must not
    /// return the same id twice. It is never called by two threads at once. Null (the default) to use ids that look
    /// like the service's and are the same in every run.</summary>
    public Func<string>? NewId { get; set; }

    /// <summary>The betas of every request, as in <see cref="ProfilesClientOptions.Betas"/>: a user-profiles beta
    /// chooses an earlier shape. None by default.</summary>
    public IList<AnthropicBeta> Betas { get; set; } = [];
}
