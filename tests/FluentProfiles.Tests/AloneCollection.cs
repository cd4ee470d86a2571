namespace FluentProfiles.Tests;

/// <summary>Tests that run while no other does: they change the client of the whole process, or measure it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
