using FluentProfiles;
using FluentProfiles.Emulator;

namespace Samples;

/// <summary>The real service where <c>ANTHROPIC_API_KEY</c> is set, else an emulator of it within this process.</summary>
internal sealed class Service : IDisposable
{
    private Service(ProfilesClient client, string description, ProfileEmulator? emulator = null)
    {
        Client = client;
        Description = description;
        Emulator = emulator;
    }

    public ProfilesClient Client { get; }

    public string Description { get; }

    /// <summary>The emulator, or null for the real service.</summary>
    public ProfileEmulator? Emulator { get; }

    /// <summary>An emulated service takes <paramref name="delay"/> for each answer, as a real one does; none by
    /// default.</summary>
    public static Service Start(TimeSpan delay = default)
    {
        if (Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY") is { Length: > 0 })
            return new(new ProfilesClient(), "as ANTHROPIC_API_KEY and ANTHROPIC_BASE_URL say");

        // No socket: its address is always the same, so that a token of one run is valid in the next.
        var emulator = ProfileEmulator.Create(new() { BeforeResponse = (_, ct) => Task.Delay(delay, ct) });
        ProfilesClientOptions options = new() { BaseUrl = emulator.BaseUrl, ApiKey = "any-key" };
        var client = new ProfilesClient(options, new HttpClient(emulator.CreateHandler()));
        return new(client, "an emulator with 10,000 profiles (no ANTHROPIC_API_KEY)", emulator);
    }

    public void Dispose() => Client.Dispose();
}
