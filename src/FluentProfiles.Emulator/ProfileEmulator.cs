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

/// <summary>The user-profiles API, embedded: every endpoint, every revision, its checks and its errors, over profiles that
/// are generated or given. Thread-safe.</summary>
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
        IProfileSource source = options.Profiles is { } given
            ? new GivenProfiles(given)
            : new GeneratedProfiles(options.Seed, options.Count);
        store = new ProfileStore(source, sequence => ProfileIds.OfNew(options.Seed, sequence), options.ExaminedPerPage);
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

    /// <summary>The address for clients on this machine, without a slash at its end. That of an emulator made by <see cref="Create"/> is never
    /// dialled.</summary>
    public string BaseUrl => kestrel?.BaseUrl ?? NoSocket;

    /// <summary>The requests received so far, in order of arrival, each with the status of its answer (0 until there is
    /// one). A copy. The emulator keeps the latest 20,000 requests, fewer where they hold more than 32 MiB of text; a request
    /// without a key is not kept.</summary>
    public IReadOnlyList<EmulatorRequest> Requests => desk.Log.Snapshot();

    /// <summary>All profiles of this moment, newest first, with every field of every revision. A copy, made anew for each
    /// call.</summary>
    public IReadOnlyList<UserProfile> Profiles => store.Snapshot();

    /// <summary>Answers a request in place of the emulator where it returns an answer: one made by hand, or
    /// <see cref="Answer"/>'s with a fault in it. An <see cref="HttpRequestException"/> from it breaks the connection
    /// off.</summary>
    public Func<EmulatorRequest, EmulatorResponse?>? Intercept
    {
        get => desk.Intercept;
        set => desk.Intercept = value;
    }

    /// <summary>Awaited before each answer is sent, after the request was carried out, so that a test can hold an answer. An
    /// <see cref="HttpRequestException"/> from it breaks the connection off: a write has then been done, and its answer is
    /// lost.</summary>
    public Func<EmulatorRequest, CancellationToken, Task>? BeforeResponse
    {
        get => desk.BeforeResponse;
        set => desk.BeforeResponse = value;
    }

    /// <summary>Makes an emulator and lets it listen, on the loopback interface unless the options name another address.</summary>
    /// <exception cref="ArgumentException">An option or a share of the faults is out of its range, or two given profiles
    /// share an id.</exception>
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

    /// <summary>Makes an emulator that is reached by <see cref="CreateHandler"/> alone.</summary>
    /// <exception cref="ArgumentException">An option or a share of the faults is out of its range, or two given profiles
    /// share an id.</exception>
    public static ProfileEmulator Create(ProfileEmulatorOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.ExaminedPerPage);
        return new(options);
    }

    /// <summary>The same emulator without sockets, for an <see cref="HttpClient"/>; its requests are logged, too.</summary>
    public HttpMessageHandler CreateHandler() => new InMemoryFront(desk);

    /// <summary>Empties <see cref="Requests"/> and <see cref="Webhooks"/>.</summary>
    public void ClearRequests()
    {
        desk.Log.Clear();
        webhooks.Log.Clear();
    }

    /// <summary>Carries a request out and gives the answer, without the faults of
    /// <see cref="ProfileEmulatorOptions.Faults"/>: for an <see cref="Intercept"/> that only changes it.</summary>
    public EmulatorResponse Answer(EmulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return handler.Handle(request);
    }

    /// <summary>Adds a profile exactly as it is, as if it had been created meanwhile; one without an id is given one.</summary>
    /// <returns>The profile as it is stored.</returns>
    /// <exception cref="ArgumentException">There is a profile with that id.</exception>
    public UserProfile Add(UserProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return store.Add(id =>
            profile.Id.Length > 0 ? profile : new Patch<UserProfile>(profile).Set(nameof(UserProfile.Id), id).Result
        );
    }

    /// <summary>Removes a profile, as if it had been deleted meanwhile; false where there is none.</summary>
    public bool Remove(string id) => store.Delete(id);

    /// <summary>Says which data controls a profile may use; both are approved at first. What is not approved can't be enabled,
    /// and its regions read as suspended.</summary>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public void ApproveDataControls(string profileId, bool cmek, bool storage)
    {
        var profile =
            store.Find(profileId) ?? throw new ArgumentException("There is no such profile.", nameof(profileId));
        controls.Approve(profile, cmek, storage, time.GetUtcNow());
    }

    /// <summary>Stops listening; answers that are still held are not sent, nor are webhooks.</summary>
    public ValueTask DisposeAsync()
    {
        webhooks.Dispose();
        return kestrel?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
