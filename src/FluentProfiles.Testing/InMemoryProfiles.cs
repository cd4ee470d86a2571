using FluentProfiles.Emulator.Controls;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Store;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Testing;

/// <summary>An in-memory implementation of <see cref="IProfilesClient"/> for unit tests. Queries, single calls and bulk
/// writes behave as they do with the service, with its checks and its errors, and see earlier writes. It opens no
/// sockets, never waits and never retries, whatever the settings of a query or call are. Thread-safe.</summary>
/// <remarks>Each call returns new objects. They contain what the service returns in the shape of the request: a list
/// contains neither tiers nor the EFS program, and timestamps have a precision of microseconds.</remarks>
public sealed partial class InMemoryProfiles : IProfilesClient
{
    // As the emulator has it: a page under a filter comes short, as the service's may.
    private const int ExaminedPerPage = 1_000;

    private readonly ProfileStore store;
    private readonly ControlsStore controls;
    private readonly TimeProvider time;
    private readonly InMemoryTransport transport;

    /// <summary>Creates a client with the given profiles.</summary>
    /// <param name="profiles">The initial profiles, kept without changes; a profile without an id gets one. They are
    /// read now. Null for none.</param>
    /// <param name="options">The clock, the ids and the betas; null for the defaults.</param>
    /// <exception cref="ArgumentException">Two profiles have the same id, one is null, or a beta is not a valid header
    /// value.</exception>
    /// <exception cref="ProfilesConfigurationException">Two betas each choose a shape.</exception>
    public InMemoryProfiles(IEnumerable<UserProfile>? profiles = null, InMemoryProfilesOptions? options = null)
    {
        options ??= new();
        time = options.TimeProvider;
        UserProfile[] given = [.. profiles ?? []];
        LateListing atOnce = new(TimeSpan.Zero, time);
        store = new(new GivenProfiles(Identified(given, IdsFrom(0))), IdsFrom(given.Length), ExaminedPerPage, atOnce);
        controls = new(store);
        transport = new(new RequestHandler(store, controls, apiKey: null, time));
        Client = new(
            new()
            {
                ApiKey = "in-memory",
                BaseUrl = "https://profiles.invalid",
                Betas = options.Betas,
                TimeProvider = time,
                Transport = transport,
                MaxRetries = 0,
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                TotalTimeout = Timeout.InfiniteTimeSpan,
            }
        );

        Func<Predicate<string>, string> IdsFrom(int number) =>
            options.NewId is { } newId ? _ => newId() : new NewProfileIds(seed: 0, number).Next;
    }

    /// <summary>A client over the same profiles, for code that requires a <see cref="ProfilesClient"/>, and for
    /// <see cref="FluentProfiles.Profiles.Use"/>. It does not need to be disposed.</summary>
    public ProfilesClient Client { get; }

    /// <summary>A copy of all current profiles, newest first, with every field of every shape.</summary>
    public IReadOnlyList<UserProfile> Profiles => store.Snapshot();

    /// <summary>A copy of the list of requests so far, in order of arrival, including failed ones.</summary>
    public IReadOnlyList<InMemoryCall> Calls => transport.Calls;

    /// <summary>A function that is awaited before each request takes effect, so that a test can delay it, change
    /// profiles in the meantime, or make it fail. If the function throws, the call throws that exception, as with
    /// <see cref="FailNext"/>. Null by default.</summary>
    public Func<InMemoryCall, CancellationToken, Task>? BeforeCall
    {
        get => transport.BeforeCall;
        set => transport.BeforeCall = value;
    }

    /// <summary>Clears <see cref="Calls"/>.</summary>
    public void ClearCalls() => transport.ClearCalls();

    /// <summary>Makes the next request fail: a single call, a page or a lookup of a query, or one write of a bulk
    /// write. If you call it several times, the same number of requests fail, in that order.</summary>
    /// <param name="exception">The exception that the call throws. A query adds its resume token, and a bulk write
    /// reports it as the failure of the profile. A create throws a <see cref="ProfilesUnknownOutcomeException"/> with
    /// this exception inside if the exception leaves the outcome open, as a <see cref="ProfilesClient"/> does.</param>
    /// <param name="answerLost">True to execute the request before it fails, as if only its response were lost. By
    /// default, the request is not executed.</param>
    public void FailNext(Exception exception, bool answerLost = false)
    {
        ArgumentNullException.ThrowIfNull(exception);
        transport.FailNext(new(exception, answerLost));
    }

    /// <summary>Adds a profile without changes, or replaces the profile with the same id, as if the service or another
    /// user had changed it in the meantime. This does not count as a request.</summary>
    /// <param name="profile">The profile. A profile without an id gets one.</param>
    /// <returns>The stored profile.</returns>
    public UserProfile Put(UserProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Id.Length > 0 ? store.Put(profile) : store.Add(id => Identified(profile, id));
    }

    /// <summary>Removes a profile, as if it had been deleted in the meantime. This does not count as a
    /// request.</summary>
    /// <returns>True if the profile existed.</returns>
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

    private static IEnumerable<UserProfile> Identified(UserProfile[] profiles, Func<Predicate<string>, string> newId)
    {
        if (profiles.Any(profile => profile is null))
            throw new ArgumentException("One of the profiles is null.", nameof(profiles));
        var ids = profiles.Select(profile => profile.Id).ToHashSet();
        return profiles.Select(profile => profile.Id.Length > 0 ? profile : Identified(profile, newId(ids.Contains)));
    }

    private static UserProfile Identified(UserProfile profile, string id) =>
        new Patch<UserProfile>(profile).Set(nameof(UserProfile.Id), id).Result;
}
