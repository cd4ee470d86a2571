namespace FluentProfiles.Emulator.Tests;

public sealed class DisposalTests
{
    [Fact]
    public async Task DisposedTwice_DoesNothingMore()
    {
        var listening = await ProfileEmulator.StartAsync(new() { Count = 1 });
        var inProcess = ProfileEmulator.Create(new() { Count = 1 });

        await listening.DisposeAsync();
        await listening.DisposeAsync();
        await inProcess.DisposeAsync();
        await inProcess.DisposeAsync();

        Assert.Empty(listening.Requests);
    }
}
