namespace FluentProfiles.Hosting.Tests;

/// <summary>Tests that gather spans of the whole process, those of the emulators of other tests among them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
