namespace FluentProfiles.Samples.Tests.FrontDoor;

/// <summary>One door for all tests of a class, with 300 customers at the start.</summary>
public sealed class FilledDoor : IAsyncLifetime
{
    internal OpenFrontDoor Door { get; private set; } = null!;

    public async Task InitializeAsync() => Door = await OpenFrontDoor.StartAsync(new() { Count = 300 });

    public async Task DisposeAsync() => await Door.DisposeAsync();
}
