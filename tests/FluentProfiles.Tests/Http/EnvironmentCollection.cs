namespace FluentProfiles.Tests.Http;

/// <summary>Tests that change what the whole process shares: environment variables, the ambient client. They run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "environment";
}
