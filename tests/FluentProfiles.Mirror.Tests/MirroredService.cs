using System.Text;
using System.Text.Json;
using FluentProfiles.Emulator;
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
    public async Task<List<MirroredProfile>> RowsAsync()
    {
        var scope = await Mirror.Store.OpenAsync(default);
        await using var context = Database.Context();
        return await context
            .Set<MirroredProfile>()
            .Where(row => row.Scope == scope)
            .OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Id)
            .ToListAsync();
    }

    public async Task<List<string>> IdsAsync() => [.. (await RowsAsync()).Select(row => row.Id)];

    /// <summary>Every row, with its metadata, is what a list of the service reports now, and no other row is there.</summary>
    public async Task AssertIsSameAsync()
    {
        var expected = Listed().ToDictionary(row => row.Id);
        var rows = await RowsAsync();
        Assert.Equal(expected.Keys.Order(), rows.Select(row => row.Id).Order());
        foreach (var row in rows)
        {
            var listed = expected[row.Id];
            Assert.Equal(Encoding.UTF8.GetString(listed.Json), Encoding.UTF8.GetString(row.Json));
            Assert.Equal(listed.Hash, row.Hash);
            Assert.Equal(listed.Profile.ExternalUserDetails.ReferenceId, row.ReferenceId);
            Assert.Equal(listed.Profile.EnforcementStatus.ToString(), row.EnforcementStatus ?? "");
        }
        await using var context = Database.Context();
        var keys = rows.ToDictionary(row => row.Key, row => row.Id);
        var pairs = await context.Set<MirroredMetadata>().Where(pair => pair.Scope == rows[0].Scope).ToListAsync();
        Assert.Equal(
            expected
                .Values.SelectMany(row => row.Profile.Metadata.Select(pair => (row.Id, pair.Key, pair.Value)))
                .Order(),
            pairs.Select(pair => (keys[pair.Profile], pair.Key, pair.Value)).Order()
        );
    }

    /// <summary>What the service lists now, without a request.</summary>
    public List<ProfileRow> Listed()
    {
        List<ProfileRow> rows = [];
        for (string? cursor = ""; cursor is not null; )
        {
            var page = Emulator.Answer(Get($"/v1/user_profiles?limit=100{cursor}"));
            Assert.Equal(200, page.Status);
            using var json = JsonDocument.Parse(page.Body);
            foreach (var profile in json.RootElement.GetProperty("data").EnumerateArray())
                rows.Add(Mirror.Store.Rows.Read(Encoding.UTF8.GetBytes(profile.GetRawText()), default));
            cursor = json.RootElement.GetProperty("next_page").GetString() is { } next
                ? $"&page={Uri.EscapeDataString(next)}"
                : null;
        }
        return rows;
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

    private EmulatorRequest Get(string target) =>
        new()
        {
            Method = "GET",
            PathAndQuery = target,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Authorization"] = "Bearer key-of-a-test",
                ["anthropic-version"] = "2026-10-21",
            },
        };

    private static string Route(string target)
    {
        var cursor = target.IndexOf("&page=", StringComparison.Ordinal);
        return cursor < 0 ? target : $"{target[..cursor]}&page=…";
    }
}
