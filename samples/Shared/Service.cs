using FluentProfiles;
using FluentProfiles.Emulator;

namespace Samples;

/// <summary>The real service when the environment has a key or a token for it, otherwise an emulator within this
/// process.</summary>
internal sealed class Service : IDisposable
{
    private readonly Lazy<ProfilesClient> client;

    private Service(ProfileEmulator? emulator)
    {
        Emulator = emulator;
        client = new(CreateClient);
    }

    /// <summary>A client of the service, for a sample without dependency injection.</summary>
    public ProfilesClient Client => client.Value;

    /// <summary>The emulator, or null for the real service.</summary>
    public ProfileEmulator? Emulator { get; }

    public string Description =>
        Emulator is null
            ? $"the one at {new ProfilesClientOptions().ReadEnvironment().BaseUrl}"
            : "an emulator with 10,000 profiles (neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN is set)";

    /// <param name="delay">How long an emulated service takes to answer, none by default.</param>
    public static Service Start(TimeSpan delay = default)
    {
        var environment = new ProfilesClientOptions().ReadEnvironment();
        return environment.ApiKey is null && environment.AuthToken is null
            // No socket: the address is always the same, so the resume token of one run is valid in the next.
            ? new(ProfileEmulator.Create(new() { BeforeResponse = (_, ct) => Task.Delay(delay, ct) }))
            : new(emulator: null);
    }

    /// <summary>Sets where the service is and what it is called with.</summary>
    public void Configure(ProfilesClientOptions options)
    {
        if (Emulator is null)
            options.ReadEnvironment();
        else
            (options.BaseUrl, options.ApiKey) = (Emulator.BaseUrl, "any-key");
    }

    /// <summary>Creates the handler that carries the requests.</summary>
    public HttpMessageHandler CreateHandler() => Emulator?.CreateHandler() ?? ProfilesClient.CreateHandler();

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    private ProfilesClient CreateClient()
    {
        ProfilesClientOptions options = new();
        Configure(options);
        return new(options, Emulator is null ? null : new HttpClient(CreateHandler()));
    }
}
