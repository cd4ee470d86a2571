using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Inbox;
using Microsoft.EntityFrameworkCore;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Erasing;

/// <summary>The mirrors of two workspaces in one database.</summary>
internal sealed class TwoScopes : IAsyncDisposable
{
    private readonly ProfilesClient client = TestClients.Of();
    private readonly ProfilesClient otherClient = TestClients.Of(workspace: "wrkspc_2");

    private TwoScopes(TestDatabase database) => (Database, Contexts) = (database, new(database));

    public TestDatabase Database { get; }

    /// <summary>The contexts of the second mirror.</summary>
    public TurnsOfContexts Contexts { get; }

    public ProfileMirror First { get; private set; } = null!;

    public ProfileMirror Second { get; private set; } = null!;

    /// <summary>Opens both, the second one as a mirror that is refreshed.</summary>
    public static async Task<TwoScopes> OpenAsync(DatabaseKind kind, bool isFirstRefreshed = true)
    {
        TwoScopes scopes = new(await TestDatabase.CreateWithTablesAsync(kind));
        scopes.First = await ProfileMirror.OpenAsync(scopes.client, new TurnsOfContexts(scopes.Database));
        scopes.Second = await ProfileMirror.OpenAsync(scopes.otherClient, scopes.Contexts);
        foreach (var mirror in isFirstRefreshed ? [scopes.First, scopes.Second] : new[] { scopes.Second })
            await mirror.Store.WriteAsync(
                async (writer, token) =>
                {
                    writer.Scope.LeasedUntil = await writer.NowAsync(token) + TimeSpan.FromMinutes(1);
                    writer.SaveScope();
                },
                default
            );
        return scopes;
    }

    /// <summary>Receives an event of a profile.</summary>
    public static async Task ReceiveAsync(ProfileMirror by, string id, string profile) =>
        await by.Inbox.HandleAsync(InboxOfTest.Event(id, profile), CancellationToken.None);

    /// <summary>Stores a profile, as a reading of it does.</summary>
    public static Task StoreAsync(ProfileMirror mirror, params string[] ids) =>
        mirror.Store.PutAsync([.. ids.Select(id => Row(JsonOf(id)))]);

    /// <summary>The scopes that have events of a profile.</summary>
    public async Task<List<int>> EventsAsync(string profile)
    {
        await using var context = Database.Context();
        return await context
            .Set<MirrorEvent>()
            .Where(row => row.Profile == profile)
            .Select(row => row.Scope)
            .Order()
            .ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        client.Dispose();
        otherClient.Dispose();
        await Database.DisposeAsync();
    }
}
