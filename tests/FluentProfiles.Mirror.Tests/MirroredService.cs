using System.Text;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests;

/// <summary>An emulator behind a socket, a client of it that retries nothing, and a mirror of it in a database.</summary>
internal sealed class MirroredService : IAsyncDisposable
{
    private readonly ProfilesClientOptions options;

    private MirroredService(
        ProfileEmulator emulator,
        ProfilesClientOptions options,
        TestDatabase database,
        ProfileMirror mirror
    ) => (Emulator, this.options, Database, Mirror) = (emulator, options, database, mirror);

    public ProfileEmulator Emulator { get; }

    public TestDatabase Database { get; }

    public ProfileMirror Mirror { get; private set; }

    private SameAsService Comparison => new(Emulator, Mirror);

    /// <summary>The requests so far without their cursors, such as <c>GET /v1/user_profiles?limit=100</c>.</summary>
    public IReadOnlyList<string> Requests => [.. Emulator.Requests.Select(request => Route(request.PathAndQuery))];

    public IEnumerable<string> PagesRequested => Requests.Where(request => request.Contains('?'));

    public IEnumerable<string> IdsRequested =>
        Requests.Where(request => !request.Contains('?')).Select(request => request[(request.LastIndexOf('/') + 1)..]);

    public static async Task<MirroredService> StartAsync(
        DatabaseKind kind,
        IReadOnlyList<UserProfile> profiles,
        Action<ProfileMirrorOptions>? configure = null,
        Action<ProfilesClientOptions>? configureClient = null,
        Action<ProfileEmulatorOptions>? configureEmulator = null
    )
    {
        ProfileEmulatorOptions emulatorOptions = new() { Profiles = profiles };
        configureEmulator?.Invoke(emulatorOptions);
        var emulator = await ProfileEmulator.StartAsync(emulatorOptions);
        ProfilesClientOptions options = new()
        {
            BaseUrl = emulator.BaseUrl,
            ApiKey = "key-of-a-test",
            MaxRetries = 0,
        };
        configureClient?.Invoke(options);
        var database = await TestDatabase.CreateWithTablesAsync(kind);
        return new(emulator, options, database, await OpenAsync(options, database, configure));
    }

    /// <summary>Opens a second mirror of the database, as another process does. The caller disposes of it.</summary>
    public Task<ProfileMirror> OpenAnotherAsync(Action<ProfileMirrorOptions>? configure = null) =>
        OpenAsync(options, Database, configure);

    /// <summary>Opens a second mirror of the database without limits, as a process does whose clock is wrong. The caller disposes of
    /// it.</summary>
    public Task<ProfileMirror> OpenAnotherAsync(TimeProvider clock) =>
        OpenAsync(
            new()
            {
                BaseUrl = options.BaseUrl,
                ApiKey = options.ApiKey,
                MaxRetries = 0,
                TimeProvider = clock,
            },
            Database,
            options =>
            {
                options.ReferenceTimes = References.ReadyService.Short;
                (options.MaxRemovedShare, options.MaxAddedShare, options.MaxChangedShare) = (1, 1, 1);
            }
        );

    /// <summary>Opens the mirror again, as another process does.</summary>
    public async Task ReopenAsync(
        Action<ProfileMirrorOptions>? configure = null,
        Action<ProfilesClientOptions>? configureClient = null
    )
    {
        await CloseAsync();
        configureClient?.Invoke(options);
        Mirror = await OpenAsync(options, Database, configure);
    }

    /// <summary>Runs full passes until one is complete, as the refresher does. A broken answer fails a pass.</summary>
    public async Task<MirrorPassReport> RefreshToEndAsync()
    {
        while (true)
        {
            try
            {
                return await Mirror.RefreshAsync();
            }
            catch (ProfilesException failure) when (failure is not MirrorException)
            {
                // The next pass goes on.
            }
        }
    }

    /// <summary>What is stored, newest first.</summary>
    public Task<List<MirroredProfile>> RowsAsync() => Comparison.RowsAsync();

    public async Task<List<string>> IdsAsync() => [.. (await RowsAsync()).Select(row => row.Id)];

    /// <summary>What the service lists now, without a request.</summary>
    public List<ProfileRow> Listed() => Comparison.Listed();

    /// <summary>Every row, with its metadata, is what a list of the service reports now, and no other row is there.</summary>
    public Task AssertIsSameAsync() => Comparison.AssertAsync();

    /// <summary>The profiles that are marked to be read again.</summary>
    public async Task<List<string>> MarkedAsync()
    {
        await using var context = Database.Context();
        return await context.Set<MirrorPendingRead>().Select(mark => mark.Profile).Order().ToListAsync();
    }

    /// <summary>Reads the profiles that are marked, which must be these.</summary>
    public async Task ReadMarkedAsync(params string[] ids)
    {
        await Mirror.WritingThrough.Idle;
        Assert.Equal(ids.Order(), await MarkedAsync());
        await Mirror.Readings.ReadAsync(ids, also: null, default);
    }

    /// <summary>Changes the answers to requests for pages; the others stay.</summary>
    public void ChangePages(Func<string, string> change) =>
        Emulator.Intercept = request =>
            request.PathAndQuery.Contains('?')
                ? EmulatorResponse.Json(200, change(Encoding.UTF8.GetString(Emulator.Answer(request).Body.Span)))
                : null;

    /// <summary>Lets the request for a page fail, counted from 1, and every one after it.</summary>
    public void FailPagesFrom(int first)
    {
        var pages = 0;
        Emulator.Intercept = request =>
            request.PathAndQuery.Contains('?') && Interlocked.Increment(ref pages) >= first
                ? EmulatorResponse.Error(500, "api_error", "It fails.")
                : null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await Database.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    private static async Task<ProfileMirror> OpenAsync(
        ProfilesClientOptions options,
        TestDatabase database,
        Action<ProfileMirrorOptions>? configure
    )
    {
        ProfileMirrorOptions mirrorOptions = new() { MaxRequestsPerSecond = null };
        configure?.Invoke(mirrorOptions);
        return await ProfileMirror.OpenAsync(
            new ProfilesClient(options),
            new TestContexts<OrdersContext>(database.Context),
            mirrorOptions
        );
    }

    private async Task CloseAsync()
    {
        await Mirror.DisposeAsync();
        Mirror.Client.Dispose();
    }

    private static string Route(string target)
    {
        var cursor = target.IndexOf("&page=", StringComparison.Ordinal);
        return cursor < 0 ? target : $"{target[..cursor]}&page=…";
    }
}
