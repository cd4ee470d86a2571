using FluentProfiles;
using FluentProfiles.Emulator;

namespace Quickstart;

/// <summary>The real service where <c>ANTHROPIC_API_KEY</c> is set, else an emulator of it within this process.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly ProfileEmulator? emulator;

    private Service(ProfilesClient client, string description, ProfileEmulator? emulator = null)
    {
        Client = client;
        Description = description;
        this.emulator = emulator;
    }

    public ProfilesClient Client { get; }

    public string Description { get; }

    public static async Task<Service> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 })
            return new(new ProfilesClient(), "as ANTHROPIC_API_KEY and ANTHROPIC_BASE_URL say");

        var emulator = await ProfileEmulator.StartAsync();
        ProfilesClientOptions options = new() { BaseUrl = emulator.BaseUrl, ApiKey = "any-key" };
        return new(new ProfilesClient(options), "an emulator with 10,000 profiles (no ANTHROPIC_API_KEY)", emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (emulator is not null)
            await emulator.DisposeAsync();
    }
}
