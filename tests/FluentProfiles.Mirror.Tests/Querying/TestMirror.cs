using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Tests.Databases;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>A mirror of its own database, filled without a service.</summary>
internal sealed class TestMirror : IAsyncDisposable
{
    public static readonly DateTimeOffset AsOf = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly ProfilesClient? ownClient;

    private TestMirror(TestDatabase database, ProfileMirror mirror, ProfilesClient? ownClient) =>
        (Database, Mirror, this.ownClient) = (database, mirror, ownClient);

    public TestDatabase Database { get; }

    public ProfileMirror Mirror { get; }

    public MirrorStore Store => Mirror.Store;

    /// <summary>The stored profiles, as read from their JSON.</summary>
    public UserProfile[] Profiles { get; private set; } = [];

    public static Task<TestMirror> OfAsync(DatabaseKind kind, params IEnumerable<UserProfile> profiles) =>
        OfAsync(kind, null, profiles);

    /// <summary>Creates a mirror that has completed a full pass.</summary>
    public static async Task<TestMirror> OfAsync(
        DatabaseKind kind,
        ProfilesClient? client,
        IEnumerable<UserProfile> profiles
    )
    {
        var database = await TestDatabase.CreateWithTablesAsync(kind);
        var own = client is null
            ? new ProfilesClient(new() { ApiKey = "sk-ant-test", BaseUrl = "https://api.example" })
            : null;
        TestMirror mirror = new(database, await OpenAsync(database, client ?? own!), own);
        mirror.Profiles = await mirror.Store.PutAsync(profiles);
        await mirror.Store.CompleteAsync(AsOf);
        return mirror;
    }

    /// <summary>Opens a mirror of a database that has the tables.</summary>
    public static Task<ProfileMirror> OpenAsync(
        TestDatabase database,
        ProfilesClient client,
        ProfileMirrorOptions? options = null
    ) => ProfileMirror.OpenAsync(client, new TestContexts<OrdersContext>(database.Context), options);

    public ProfileQuery<UserProfile> Query() => Mirror.Query();

    public async ValueTask DisposeAsync()
    {
        await Mirror.DisposeAsync();
        ownClient?.Dispose();
        await Database.DisposeAsync();
    }
}
