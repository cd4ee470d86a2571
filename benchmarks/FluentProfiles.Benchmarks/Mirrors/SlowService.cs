using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>An emulator in a process of its own that takes 20 ms for each answer, and a client of it.</summary>
internal sealed class SlowService : IDisposable
{
    private readonly EmulatorProcess emulator;

    private SlowService(EmulatorProcess emulator, int profiles)
    {
        this.emulator = emulator;
        Profiles = profiles;
        Client = new(new() { BaseUrl = emulator.BaseUrl, ApiKey = "any-key" });
    }

    public int Profiles { get; }

    public ProfilesClient Client { get; }

    public static async Task<SlowService> StartAsync(int profiles) =>
        new(await EmulatorProcess.StartAsync(profiles, "--delayed", "1", "--delay-ms", "20"), profiles);

    /// <summary>Reads all pages one after the other, and keeps nothing.</summary>
    public async Task ReadAsync()
    {
        using var handler = ProfilesClient.CreateHandler();
        using var http = HandWrittenLoop.ClientOf(handler, emulator.BaseUrl);
        var read = await HandWrittenLoop.CountAsync(http, DtoContext.Default.CountPage);
        Expect.Equal(Profiles, read);
    }

    public void Dispose()
    {
        Client.Dispose();
        emulator.Dispose();
    }
}
