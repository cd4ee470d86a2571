namespace FluentProfiles.Testing.Tests.Steps;

/// <summary>Something that an application does, the same for each client.</summary>
/// <param name="Text">What, for a failing test.</param>
/// <param name="RunAsync">Does it, and returns the result as text.</param>
internal sealed record ApplicationStep(string Text, Func<IProfilesClient, Task<string>> RunAsync)
{
    public Task<string> OutcomeAsync(IProfilesClient client) => Texts.OutcomeAsync(() => RunAsync(client));
}
