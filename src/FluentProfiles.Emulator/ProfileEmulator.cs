using FluentProfiles.Emulator.Controls;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Decisions;
using FluentProfiles.Emulator.Faults;
using FluentProfiles.Emulator.Fronts;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Store;
using FluentProfiles.Emulator.Webhooks;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator;

/// <summary>An embedded emulator of the user-profiles API, with every endpoint, every revision, and the service's
/// checks and errors. Its profiles are generated or supplied. Thread-safe.</summary>
public sealed partial class ProfileEmulator : IAsyncDisposable
{
    // Port 9 discards: whoever dials an emulator that has no socket finds nobody.
    private const string NoSocket = "http://127.0.0.1:9";

    private readonly ProfileStore store;
    private readonly ControlsStore controls;
    private readonly TimeProvider time;
    private readonly RequestHandler handler;
    private readonly Desk desk;
    private readonly WebhookSender webhooks;
    private readonly ServiceDecisions decisions;
    private KestrelFront? kestrel;

    private ProfileEmulator(ProfileEmulatorOptions options)
    {
        ISeedProfiles source = options.Profiles is { } given
            ? new GivenProfiles(given)
            : new GeneratedProfiles(options.Seed, options.Count);
        store = new ProfileStore(
            source,
            new NewProfileIds(options.Seed, source.Count).Next,
            options.ExaminedPerPage,
            new(options.Faults?.ListingDelay ?? TimeSpan.Zero, options.TimeProvider)
        );
        controls = new ControlsStore(store);
        time = options.TimeProvider;
        handler = new RequestHandler(store, controls, options.ApiKey, options.TimeProvider);
        Func<EmulatorRequest, EmulatorResponse> answer = options.Faults is { } faults
            ? new FaultyHandler(handler, store, faults, options.TimeProvider).Handle
            : handler.Handle;
        RandomIds ids = new(options.Seed);
        webhooks = new WebhookSender(options, ids);
        decisions = new ServiceDecisions(store, webhooks, ids, options.TimeProvider);
        desk = new Desk(answer, new(decisions, webhooks, ids, options.ApiKey), options);
    }

    /// <summary>The address for clients on this machine, without a trailing slash. The address of an emulator that
    /// <see cref="Create"/> returned is never connected to.</summary>
    public string BaseUrl => kestrel?.BaseUrl ?? NoSocket;

    /// <summary>What the server is made of; null without a socket.</summary>
    internal IServiceProvider? Services => kestrel?.Services;

    /// <summary>A copy of the list of requests so far, in order of arrival, each with the status code of its response
    /// (0 until there is one). The emulator keeps the latest 20,000 requests, or fewer if they contain more than 32 MiB
    /// of text. Requests without a key are not kept.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => desk.Log.Snapshot();

    /// <summary>A copy of all current profiles, newest first, with every field of every revision. Each access creates a
    /// new copy.</summary>
    public IReadOnlyList<UserProfile> Profiles => store.Snapshot();

    /// <summary>A function that can respond to a request in place of the emulator. It returns a response, for example that
    /// of <see cref="Answer"/> with a change, or null to let the emulator respond. If it throws an
    /// <see cref="HttpRequestException"/>, the connection is closed.</summary>
    public Func<EmulatorRequest, EmulatorResponse?>? Intercept
    {
        get => desk.Intercept;
        set => desk.Intercept = value;
    }

    /// <summary>A function that is awaited before each response is sent and after the request took effect, so that a
    /// test can delay the response. If it throws an <see cref="HttpRequestException"/>, the connection is closed: a
    /// write has then taken effect, but its response is lost.</summary>
    public Func<EmulatorRequest, CancellationToken, Task>? BeforeResponse
    {
        get => desk.BeforeResponse;
        set => desk.BeforeResponse = value;
    }

    /// <summary>Creates an emulator and starts to listen, on the loopback interface unless the options specify another
    /// address.</summary>
    /// <exception cref="ArgumentException">An option or a share of the faults is out of range, or two supplied profiles
    /// have the same id.</exception>
    /// <example>
    /// <code region="emulator">
    /// await using var service = await ProfileEmulator.StartAsync(new() { Count = 250, Seed = 7 });
    /// using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
    ///
    /// Assert.Equal(250, await client.Query().CountAsync());
    /// Assert.Equal(3, service.Requests.Count);
    ///
    /// service.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Not with this key");
    /// await Assert.ThrowsAsync&lt;ProfilesPermissionException>(() => client.Query().AnyAsync().AsTask());
    /// </code>
    /// </example>
    public static async Task<ProfileEmulator> StartAsync(
        ProfileEmulatorOptions? options = null,
        CancellationToken ct = default
    )
    {
        options ??= new();
        var emulator = Create(options);
        emulator.kestrel = await KestrelFront
            .StartAsync(emulator.desk, options.Address, options.Port, ct)
            .ConfigureAwait(false);
        return emulator;
    }

    /// <summary>Creates an emulator without a socket. Clients reach it only through
    /// <see cref="CreateHandler"/>.</summary>
    /// <exception cref="ArgumentException">An option or a share of the faults is out of range, or two supplied profiles
    /// have the same id.</exception>
    public static ProfileEmulator Create(ProfileEmulatorOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.ExaminedPerPage);
        return new(options);
    }

    /// <summary>Returns a handler for an <see cref="HttpClient"/> that sends requests to this emulator without sockets.
    /// These requests are logged, too.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryFront(desk);

    /// <summary>Clears <see cref="Requests"/> and <see cref="Webhooks"/>.</summary>
    public void ClearRequests()
    {
        desk.Log.Clear();
        webhooks.Log.Clear();
    }

    /// <summary>Executes a request and returns its response, without the faults of
    /// <see cref="ProfileEmulatorOptions.Faults"/>. Use it in an <see cref="Intercept"/> that only modifies the
    /// response.</summary>
    public EmulatorResponse Answer(EmulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return handler.Handle(request);
    }

    /// <summary>Adds a profile, as if it had just been created. A profile without an id gets one, and one without
    /// <see cref="UserProfile.CreatedAt"/> was created now. The other members stay as they are.</summary>
    /// <returns>The stored profile.</returns>
    /// <exception cref="ArgumentException">A profile with that id already exists.</exception>
    public UserProfile Add(UserProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return store.Add(id => Completed(profile, id));
    }

    private UserProfile Completed(UserProfile given, string id)
    {
        Patch<UserProfile> completed = new(given);
        if (given.Id.Length == 0)
            completed.Set(nameof(UserProfile.Id), id);
        if (given.CreatedAt == default)
            completed.Set(nameof(UserProfile.CreatedAt), time.GetUtcNow());
        return completed.Result;
    }

    /// <summary>Removes a profile, as if it had just been deleted. Returns false if it does not exist.</summary>
    public bool Remove(string id) => store.Delete(id);

    /// <summary>Sets which data controls are approved for a profile. Both are approved initially. A control that is not
    /// approved can't be enabled, and its regions have the status suspended.</summary>
    /// <exception cref="ArgumentException">The profile does not exist.</exception>
    public void ApproveDataControls(string profileId, bool cmek, bool storage)
    {
        var profile =
            store.Find(profileId) ?? throw new ArgumentException("There is no such profile.", nameof(profileId));
        controls.Approve(profile, cmek, storage, time.GetUtcNow());
    }

    /// <summary>Stops listening. Responses that are still delayed are not sent, and neither are webhooks.</summary>
    public ValueTask DisposeAsync()
    {
        webhooks.Dispose();
        return kestrel?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
