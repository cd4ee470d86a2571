using FluentProfiles.Emulator.Controls;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Protocol;
using FluentProfiles.Emulator.Store;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Testing;

/// <summary>The user-profiles API in memory, as an <see cref="IProfilesClient"/> for unit tests. Queries, single calls and bulk writes do
/// what they do against the service, with its checks and its errors, and read what was written before. It opens no socket, never
/// waits and never retries. Thread-safe.</summary>
/// <remarks>Each call returns new objects, which hold what the service reports in the shape that the request chooses: a list reports
/// neither tiers nor the EFS program, and timestamps have microseconds.</remarks>
public sealed partial class InMemoryProfiles : IProfilesClient
{
    // As the emulator has it: a page under a filter comes short, as the service's may.
    private const int ExaminedPerPage = 1_000;

    private readonly ProfileStore store;
    private readonly ControlsStore controls;
    private readonly TimeProvider time;
    private readonly InMemoryTransport transport;

    /// <summary>Makes a client of profiles.</summary>
    /// <param name="profiles">The profiles at the start, kept as they are; one without an id is given one. Read now. Null for
    /// none.</param>
    /// <param name="options">The clock, the ids and the betas; null for the defaults.</param>
    /// <exception cref="ArgumentException">Two profiles have the same id, one is null, or a beta is no header value.</exception>
    /// <exception cref="ProfilesConfigurationException">Two betas choose a shape.</exception>
    public InMemoryProfiles(IEnumerable<UserProfile>? profiles = null, InMemoryProfilesOptions? options = null)
    {
        options ??= new();
        time = options.TimeProvider;
        var newId = options.NewId;
        Func<int, string> idOf = newId is null ? sequence => ProfileIds.OfNew(0, sequence) : _ => newId();
        store = new(new GivenProfiles(Identified(profiles ?? [], idOf)), idOf, ExaminedPerPage);
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
    }

    /// <summary>A client over the same profiles, for code that takes a <see cref="ProfilesClient"/>, and for
    /// <see cref="FluentProfiles.Profiles.Use"/>. It needs no disposal.</summary>
    public ProfilesClient Client { get; }

    /// <summary>All profiles of this moment, newest first, with every field of every shape. A copy.</summary>
    public IReadOnlyList<UserProfile> Profiles => store.Snapshot();

    /// <summary>The requests so far, in order of arrival, failed ones included. A copy.</summary>
    public IReadOnlyList<InMemoryCall> Calls => transport.Calls;

    /// <summary>Awaited before each request is carried out, so that a test can hold it, change profiles meanwhile, or fail it: the call
    /// throws what this throws, as with <see cref="FailNext"/>. Null by default.</summary>
    public Func<InMemoryCall, CancellationToken, Task>? BeforeCall
    {
        get => transport.BeforeCall;
        set => transport.BeforeCall = value;
    }

    /// <summary>Empties <see cref="Calls"/>.</summary>
    public void ClearCalls() => transport.ClearCalls();

    /// <summary>Lets the next request fail: a single call, a page or a look-up of a query, or one write of a bulk write. Called several
    /// times, it fails as many requests, in that order.</summary>
    /// <param name="exception">What the call throws: this object. A query adds its resume token, a bulk write reports the exception as
    /// the failure of the profile, and a create whose outcome the exception leaves open throws a
    /// <see cref="ProfilesUnknownOutcomeException"/> with the exception inside, as a <see cref="ProfilesClient"/> does.</param>
    /// <param name="answerLost">True when the request is carried out before it fails, as if only its answer were lost. By default it
    /// is not carried out.</param>
    public void FailNext(Exception exception, bool answerLost = false)
    {
        ArgumentNullException.ThrowIfNull(exception);
        transport.FailNext(new(exception, answerLost));
    }

    /// <summary>Adds a profile exactly as it is, or puts it in place of the one with its id: as if the service, or another of its
    /// users, had changed it meanwhile. It is no request.</summary>
    /// <param name="profile">The profile. One without an id is given one.</param>
    /// <returns>The profile as it is stored.</returns>
    public UserProfile Put(UserProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Id.Length > 0 ? store.Put(profile) : store.Add(id => Identified(profile, id));
    }

    /// <summary>Removes a profile, as if it had been deleted meanwhile. It is no request.</summary>
    /// <returns>True when there was one.</returns>
    public bool Remove(string id) => store.Delete(id);

    /// <summary>Sets which data controls a profile may use; both are approved at first. What is not approved can't be enabled, and its
    /// regions read as suspended.</summary>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public void ApproveDataControls(string profileId, bool cmek, bool storage)
    {
        var profile =
            store.Find(profileId) ?? throw new ArgumentException("There is no such profile.", nameof(profileId));
        controls.Approve(profile, cmek, storage, time.GetUtcNow());
    }

    private static IEnumerable<UserProfile> Identified(IEnumerable<UserProfile> profiles, Func<int, string> idOf) =>
        profiles.Select(
            (profile, i) =>
                profile is null ? throw new ArgumentException("One of the profiles is null.", nameof(profiles))
                : profile.Id.Length > 0 ? profile
                : Identified(profile, idOf(i))
        );

    private static UserProfile Identified(UserProfile profile, string id) =>
        new Patch<UserProfile>(profile).Set(nameof(UserProfile.Id), id).Result;
}
