using FluentProfiles.Mirror.Changes;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Erasing;
using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Readings;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.WritingThrough;
using FluentProfiles.Sources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FluentProfiles;

/// <summary>Keeps a copy of your account's user profiles in your own database. Queries on the mirror return in milliseconds
/// what the service can only list: profiles by reference, by metadata, by country or name. Thread-safe; create one and
/// reuse it.</summary>
public sealed partial class ProfileMirror : IAsyncDisposable, IDisposable
{
    private readonly IAsyncDisposable? owned;
    private readonly ChangeFeed changes;
    private readonly Forgetting forgetting;

    private ProfileMirror(
        ProfilesClient client,
        MirrorContexts contexts,
        ProfileMirrorOptions options,
        IAsyncDisposable? owned,
        ILogger? log = null
    )
    {
        this.owned = owned;
        Client = client;
        Options = options;
        var environment = client.Source.Open(SourceSettings.Default);
        var stored = options.Members with { Revision = client.Service.Settings.Betas.Revision };
        Store = new(contexts, new(environment.Address, environment.Workspace ?? ""), stored)
        {
            Feed = new(options.KeepChangeValues),
        };
        changes = new(Store, options.QueryContexts, environment.Clock);
        forgetting = new(Store, environment.Clock);
        Passes = new(client, Store, options);
        Readings = new(Passes, Store);
        EventPruning = new(Store, environment.Clock);
        Inbox = new(Store, EventPruning, client.Service.Settings.Watchers);
        InboxReader = new(Store, Readings, client.Service.Settings.Watchers);
        LostEvents = new(Store);
        WritingThrough = new(Store, Passes.Clock, client.Service.Settings.Betas, Inbox.Nudge);
        References = new(client, Store, Passes, options, log ?? NullLogger.Instance);
    }

    internal static ProfileMirror Create(
        ProfilesClient client,
        MirrorContexts contexts,
        ProfileMirrorOptions options,
        ILogger? log = null
    ) => new(client, contexts, options, owned: null, log);

    internal ProfilesClient Client { get; }

    internal ProfileMirrorOptions Options { get; }

    internal MirrorStore Store { get; }

    internal ProfileReadings Readings { get; }

    internal WebhookInbox Inbox { get; }

    internal EventPruning EventPruning { get; }

    internal InboxReader InboxReader { get; }

    internal LostEvents LostEvents { get; }

    internal WriteThrough WritingThrough { get; }

    /// <summary>True for a client of the same address, workspace and shape of profiles.</summary>
    internal bool IsOf(ProfilesClient client)
    {
        var environment = client.Source.Open(SourceSettings.Default);
        return Store.Scope == new ScopeName(environment.Address, environment.Workspace ?? "")
            && Store.Members.Revision == client.Service.Settings.Betas.Revision;
    }

    /// <summary>True where the mirror has all that lists report, of that age.</summary>
    internal async Task<bool> IsWholeAsync(TimeSpan? maxStaleness, CancellationToken cancellationToken)
    {
        if (!Options.Members.LeftOut.IsEmpty || Options.Members.LeftOutKeys.Count > 0)
            return false;
        var scope = await Store.ReadScopeAsync(cancellationToken).ConfigureAwait(false);
        return scope.AsOf is { } asOf
            && Store.Gaps.Of(scope.Gaps).IsEmpty
            && !(Passes.Clock.GetUtcNow() - asOf > maxStaleness);
    }

    /// <summary>Waits up to four seconds for writes and creates under way, then closes the connections to a database that
    /// <c>OpenAsync</c> or <c>OpenPostgresAsync</c> opened. The client stays open.</summary>
    /// <remarks>Let passes end first: they fail otherwise. Calls of <see cref="GetOrCreateAsync"/> that wait and have sent no create
    /// throw an <see cref="ObjectDisposedException"/>. The container disposes the mirror that <c>AddProfileMirror</c>
    /// registers.</remarks>
    public async ValueTask DisposeAsync()
    {
        var creates = References.DisposeAsync().AsTask();
        await WritingThrough.DisposeAsync().ConfigureAwait(false);
        await creates.ConfigureAwait(false);
        Passes.Dispose();
        Inbox.Dispose();
        InboxReader.Dispose();
        if (owned is not null)
            await owned.DisposeAsync().ConfigureAwait(false);
    }

    // A container that is disposed of without waiting refuses services that can't be: a program may not even know that a write has
    // created the mirror.
    void IDisposable.Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
