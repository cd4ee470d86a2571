using FluentProfiles.Http.Transport;
using Flurl.Http;

namespace FluentProfiles.Tests.Http;

internal static class Transports
{
    /// <summary>A transport of this kind that sends with a given <see cref="HttpClient"/>.</summary>
    public static IProfilesTransport Over(this TransportKind kind, HttpClient client) =>
        kind switch
        {
            TransportKind.HttpClient => new HttpClientTransport(client),
            TransportKind.Flurl => new FlurlTransport(new FlurlClient(client)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>A client of the address given, over a transport of this kind, that repeats nothing.</summary>
    public static ProfilesClient Client(
        this TransportKind kind,
        string baseUrl,
        HttpClient? client = null,
        Action<ProfilesClientOptions>? configure = null
    )
    {
        ProfilesClientOptions options = new()
        {
            BaseUrl = baseUrl,
            ApiKey = TestService.Key,
            MaxRetries = 0,
            Transport = kind.Over(client ?? HttpClientTransport.CreateClient()),
        };
        configure?.Invoke(options);
        return new(options);
    }

    /// <summary>An emulator with three profiles, and a client of it over a transport of this kind.</summary>
    public static Task<TestService> StartAsync(
        this TransportKind kind,
        Action<FluentProfiles.Emulator.ProfileEmulatorOptions>? configure = null,
        Action<ProfilesClientOptions>? configureClient = null
    ) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            configure,
            options =>
            {
                options.Transport = kind.Over(HttpClientTransport.CreateClient());
                configureClient?.Invoke(options);
            }
        );

    /// <summary>Runs the shortest query there is and gives what it throws.</summary>
    public static Task<TException> FailAsync<TException>(this ProfilesClient client)
        where TException : Exception => Assert.ThrowsAsync<TException>(async () => await client.Query().ToListAsync());

    public static Task<Exception> FailAsync(this ProfilesClient client, Type type) =>
        Assert.ThrowsAsync(type, async () => await client.Query().ToListAsync());
}
