namespace FluentProfiles.Testing.Tests.Steps;

/// <summary>What an application does with a query.</summary>
/// <param name="Text">What, for a failing test.</param>
/// <param name="RunAsync">Does it, and returns the result as text.</param>
internal sealed record QueryStep(string Text, Func<ProfileQuery<UserProfile>, Task<string>> RunAsync)
{
    public ApplicationStep OfClient() => new(Text, client => RunAsync(client.Query()));
}
