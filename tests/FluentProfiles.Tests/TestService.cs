using FluentProfiles.Emulator;

namespace FluentProfiles.Tests;

/// <summary>An emulator on loopback with given profiles, and a client of it that repeats nothing by itself.</summary>
internal sealed class TestService : IAsyncDisposable
{
    public const string Key = "test-key-not-a-secret";

    private TestService(ProfileEmulator emulator, ProfilesClient client)
    {
        Emulator = emulator;
        Client = client;
    }

    public ProfileEmulator Emulator { get; }

    public ProfilesClient Client { get; }

    /// <summary>The requests so far, as they went over the wire: <c>GET /v1/user_profiles?limit=100</c>, cursors as
    /// <c>page=…</c>.</summary>
    public IReadOnlyList<string> Requests =>
        [.. Emulator.Requests.Select(request => $"{request.Method} {WithoutCursor(request.PathAndQuery)}")];

    /// <summary>The page sizes asked for so far.</summary>
    public IEnumerable<string> Limits => Requests.Select(request => request.Split("limit=")[1].Split('&')[0]);

    public static Task<TestService> StartAsync(int count) => StartAsync(TestProfiles.Many(count));

    public static async Task<TestService> StartAsync(
        IReadOnlyList<UserProfile> profiles,
        Action<ProfileEmulatorOptions>? configure = null,
        Action<ProfilesClientOptions>? configureClient = null
    )
    {
        var emulatorOptions = new ProfileEmulatorOptions { Profiles = profiles };
        configure?.Invoke(emulatorOptions);
        var emulator = await ProfileEmulator.StartAsync(emulatorOptions);
        var options = new ProfilesClientOptions
        {
            BaseUrl = emulator.BaseUrl,
            ApiKey = Key,
            MaxRetries = 0,
        };
        configureClient?.Invoke(options);
        return new(emulator, new ProfilesClient(options));
    }

    public ProfileQuery<UserProfile> Query() => Client.Query();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    private static string WithoutCursor(string target)
    {
        var start = target.IndexOf("&page=", StringComparison.Ordinal);
        return start < 0 ? target : target[..start] + "&page=…";
    }
}
