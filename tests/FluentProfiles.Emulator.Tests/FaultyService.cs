namespace FluentProfiles.Emulator.Tests;

/// <summary>An emulator in which things go wrong, reached by its socket or without one.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private readonly HttpClient client;

    private FaultyService(ProfileEmulator emulator, bool bySocket)
    {
        Emulator = emulator;
        client = bySocket ? new() : new(emulator.CreateHandler());
        client.DefaultRequestHeaders.Add("x-api-key", "test-key");
        client.DefaultRequestHeaders.Add("anthropic-version", "2026-10-21");
    }

    public ProfileEmulator Emulator { get; }

    public string FirstId => Emulator.Profiles[0].Id;

    public static async Task<FaultyService> StartAsync(EmulatorFaults faults, bool bySocket)
    {
        ProfileEmulatorOptions options = new() { Count = 25, Faults = faults };
        return new(bySocket ? await ProfileEmulator.StartAsync(options) : ProfileEmulator.Create(options), bySocket);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string target) =>
        client.SendAsync(new HttpRequestMessage(method, Emulator.BaseUrl + target));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Emulator.DisposeAsync();
    }
}
