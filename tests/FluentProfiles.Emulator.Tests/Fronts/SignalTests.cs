using FluentProfiles.Emulator.Fronts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FluentProfiles.Emulator.Tests.Fronts;

public sealed class SignalTests
{
    /// <summary>The usual lifetime of a host answers SIGTERM in place of the application, which then does not end.</summary>
    [Fact]
    public async Task Signals_AreLeftToTheApplication()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 1 });

        Assert.IsType<CallersLifetime>(emulator.Services!.GetRequiredService<IHostLifetime>());
    }
}
