using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Writing.Sync.Applying;

namespace FluentProfiles;

/// <summary>Synchronizes profiles with your own rows beside a mirror: the plan reads the mirror instead of the service, and no
/// reference is created both by a sync and by <see cref="ProfileMirror.GetOrCreateAsync"/>.</summary>
/// <remarks>These methods do what those of <see cref="ProfileSync"/> do. A sync without the mirror does not know of the creates of
/// <see cref="ProfileMirror.GetOrCreateAsync"/> that are under way.</remarks>
public static class MirrorSync
{
    /// <summary>Plans a sync as <see cref="ProfileSync"/> does, and reads the profiles from the mirror. Requests only the
    /// profiles that were created since the last pass, usually with one request. If the mirror is not ready, older than
    /// <paramref name="maxStaleness"/>, or lacks members, they are read from the service.</summary>
    /// <remarks>A plan from an older mirror does no harm: before each update and delete the profile is read again, and before the
    /// creates the newest profiles are.</remarks>
    /// <param name="client">The client of the mirror.</param>
    /// <param name="fromMirror">The mirror.</param>
    /// <param name="rows">The rows, in any order. They are enumerated once.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The member of a profile that contains the key.</param>
    /// <param name="map">Returns the profile that a row describes. It must set the key.</param>
    /// <param name="options">The options of the sync; null for the defaults.</param>
    /// <param name="maxStaleness">The greatest age of the mirror, by the start of its last complete full pass; null for any.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <exception cref="ArgumentException">The client has another address, workspace or user-profiles beta than the mirror, or two
    /// options contradict each other. Nothing was sent.</exception>
    /// <exception cref="MirrorException">The client's key finds none of the stored profiles.</exception>
    /// <exception cref="ProfilesException">As for the method of <see cref="ProfileSync"/>, or the database failed.</exception>
    [OverloadResolutionPriority(1)]
    public static Task<SyncPlan> PlanSyncAsync<TRow>(
        this IProfilesClient client,
        ProfileMirror fromMirror,
        IAsyncEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        TimeSpan? maxStaleness = null,
        CancellationToken cancellationToken = default
    )
    {
        var source = ProfileSync.SourceOf(rows, rowKey, profileKey, map, options ??= new());
        var syncing = MirrorSyncClient.Of(client, fromMirror, maxStaleness);
        return SyncSession.PlanAsync(source, syncing, options, cancellationToken);
    }

    /// <inheritdoc cref="PlanSyncAsync{TRow}(IProfilesClient, ProfileMirror, IAsyncEnumerable{TRow}, Func{TRow, string?}, Expression{Func{UserProfile, string?}}, Func{TRow, NewProfile}, SyncOptions?, TimeSpan?, CancellationToken)"/>
    public static Task<SyncPlan> PlanSyncAsync<TRow>(
        this IProfilesClient client,
        ProfileMirror fromMirror,
        IEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        TimeSpan? maxStaleness = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        return client.PlanSyncAsync(
            fromMirror,
            rows.ToAsyncEnumerable(),
            rowKey,
            profileKey,
            map,
            options,
            maxStaleness,
            cancellationToken
        );
    }

    /// <summary>Plans a sync from the mirror, as <c>PlanSyncAsync</c> does, and applies the plan, as
    /// <see cref="ApplyWithClaimsAsync"/> does. It is safe to run again after it ended early: completed writes are not
    /// repeated.</summary>
    /// <remarks>The mirror has to be ready and to store references, because the sync claims those for which it creates profiles. To
    /// sync without a mirror, call the method of <see cref="ProfileSync"/>.</remarks>
    /// <param name="client">The client of the mirror.</param>
    /// <param name="fromMirror">The mirror.</param>
    /// <param name="rows">The rows, in any order. They are enumerated once.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The member of a profile that contains the key.</param>
    /// <param name="map">Returns the profile that a row describes. It must set the key.</param>
    /// <param name="options">The options of the sync; null for the defaults.</param>
    /// <param name="maxStaleness">The greatest age of the mirror, by the start of its last complete full pass; null for any.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>. After the
    /// first write has started, this is a <see cref="SyncCanceledException"/> with a report.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <returns>The report of the run, including the steps that failed. Its <see cref="SyncReport.Plan"/> contains the
    /// rows and profiles that were left out.</returns>
    /// <exception cref="ArgumentException">The client has another address, workspace or user-profiles beta than the mirror, or two
    /// options contradict each other. Nothing was sent.</exception>
    /// <exception cref="MirrorNotReadyException">No full pass of the mirror is complete yet, or stored profiles may lack their
    /// references. Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The mirror does not store references, or the client's betas choose a
    /// shape without them. Nothing was sent.</exception>
    /// <exception cref="MirrorException">The client's key finds none of the stored profiles. Nothing was written.</exception>
    /// <exception cref="ProfilesException">As for the method of <see cref="ProfileSync"/>, or the database failed.</exception>
    [OverloadResolutionPriority(1)]
    public static Task<SyncReport> SyncAsync<TRow>(
        this IProfilesClient client,
        ProfileMirror fromMirror,
        IAsyncEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        TimeSpan? maxStaleness = null,
        CancellationToken cancellationToken = default
    )
    {
        var source = ProfileSync.SourceOf(rows, rowKey, profileKey, map, options ??= new());
        var syncing = MirrorSyncClient.Of(client, fromMirror, maxStaleness);
        var copy = (SyncOptions)options.Copy();
        return WhenReadyAsync(
            fromMirror,
            syncing,
            () => SyncSession.RunAsync(source, syncing, copy, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc cref="SyncAsync{TRow}(IProfilesClient, ProfileMirror, IAsyncEnumerable{TRow}, Func{TRow, string?}, Expression{Func{UserProfile, string?}}, Func{TRow, NewProfile}, SyncOptions?, TimeSpan?, CancellationToken)"/>
    public static Task<SyncReport> SyncAsync<TRow>(
        this IProfilesClient client,
        ProfileMirror fromMirror,
        IEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        TimeSpan? maxStaleness = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        return client.SyncAsync(
            fromMirror,
            rows.ToAsyncEnumerable(),
            rowKey,
            profileKey,
            map,
            options,
            maxStaleness,
            cancellationToken
        );
    }

    /// <summary>Applies a plan as <see cref="ProfileSync.ApplyAsync"/> does. Each reference for which it creates a profile is claimed
    /// in the mirror's database before. If the mirror has a profile with the reference, because another process has created it
    /// meanwhile, the service is asked for it by one request: the step is unchanged, or skipped where the profile has other values.
    /// If the service no longer has the profile, it is removed from the mirror, and another one is created.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="client">The client of the mirror.</param>
    /// <param name="mirror">The mirror.</param>
    /// <param name="options">The options of the run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>. After the
    /// first request, this is a <see cref="SyncCanceledException"/> with a report.</param>
    /// <returns>The report of the run.</returns>
    /// <exception cref="ArgumentException">The client has another address, workspace or user-profiles beta than the mirror.</exception>
    /// <exception cref="MirrorNotReadyException">The plan has creates, and no full pass of the mirror is complete yet, or stored profiles
    /// may lack their references. Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The plan has creates, and the mirror does not store references, or the client's
    /// betas choose a shape without them. Nothing was sent.</exception>
    /// <exception cref="MirrorException">The plan has creates, and the client's key finds none of the stored profiles. Nothing was
    /// written.</exception>
    /// <exception cref="ProfilesSyncException">As for <see cref="ProfileSync.ApplyAsync"/>.</exception>
    /// <exception cref="SyncCanceledException">The run was canceled. The exception contains the report.</exception>
    public static Task<SyncReport> ApplyWithClaimsAsync(
        this SyncPlan plan,
        IProfilesClient client,
        ProfileMirror mirror,
        SyncApplyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        var syncing = MirrorSyncClient.Of(client, mirror, maxStaleness: null);
        var copy = (options ?? new()).Copy();
        return plan.Creates == 0 ? ApplyAsync() : WhenReadyAsync(mirror, syncing, ApplyAsync, cancellationToken);

        Task<SyncReport> ApplyAsync() => SyncSession.ApplyAsync(plan, syncing, copy, cancellationToken);
    }

    // Otherwise each create would fail, after the plan has read all profiles.
    private static async Task<SyncReport> WhenReadyAsync(
        ProfileMirror mirror,
        MirrorSyncClient syncing,
        Func<Task<SyncReport>> run,
        CancellationToken cancellationToken
    )
    {
        await mirror.References.ThrowUnlessReadyAsync(cancellationToken).ConfigureAwait(false);
        await syncing.CheckKeyAsync(cancellationToken).ConfigureAwait(false);
        return await run().ConfigureAwait(false);
    }
}
