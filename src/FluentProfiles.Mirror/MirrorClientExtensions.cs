using FluentProfiles.Sources;

namespace FluentProfiles;

/// <summary>Extension methods that connect a client to a mirror.</summary>
public static class MirrorClientExtensions
{
    /// <summary>Returns a client that writes through to the mirror: its writes are usually in the mirror when their calls
    /// return. It shares the connections, the credentials, the limits and the other options of this client.</summary>
    /// <remarks>
    /// <para>It covers creates, updates and deletes, one by one and by <c>CreateManyAsync</c>, <c>ExecuteUpdateAsync</c>,
    /// <c>ExecuteDeleteAsync</c> and <c>SyncAsync</c>, with the shape and the workspace of the mirror. The mirror uses a
    /// connection of its own, so a transaction of yours neither contains the write nor takes it back.</para>
    /// <para>A write that the service has accepted never fails because of the mirror. It waits for the mirror for two
    /// seconds at most. If the mirror can't take it by then, the profile is marked to be read from the service again; the
    /// same holds for an update or a delete whose response was lost. Before the first load has begun, nothing is
    /// written to the mirror.</para>
    /// <para>When you dispose the returned client, this client's connections stay open. When the mirror is disposed, the
    /// returned client goes on without it.</para>
    /// </remarks>
    /// <param name="client">The client. The service and the workspace are those of the mirror.</param>
    /// <param name="mirror">The mirror. It does not dispose of the client.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The client has another address or workspace than the mirror.</exception>
    public static ProfilesClient WithMirror(this ProfilesClient client, ProfileMirror mirror)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(mirror);
        var environment = client.Source.Open(SourceSettings.Default);
        if (
            environment.Address != mirror.Store.Scope.Address
            || (environment.Workspace ?? "") != mirror.Store.Scope.Workspace
        )
            throw new ArgumentException(
                "The client has another address or workspace than the mirror, so its profiles are not those of the mirror. Open a mirror with this client.",
                nameof(client)
            );
        return client.ObservedBy(mirror.WritingThrough);
    }
}
