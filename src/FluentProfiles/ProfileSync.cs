using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Writing.Sync.Applying;
using FluentProfiles.Writing.Sync.Planning;

namespace FluentProfiles;

/// <summary>Synchronizes profiles with your own rows.</summary>
/// <remarks>
/// <para>Rows and profiles are compared by key, ordinally. A row without a profile results in a create. A row whose
/// profile differs results in an update of the members that differ. A profile without a row results in a delete, if
/// <see cref="SyncOptions.AllowDeletes"/> is set and the profile has the ownership mark. Nothing is written until both
/// sides have been read completely.</para>
/// <para>Some rows and profiles are reported and left unchanged: those with a null or blank key, and all that share a
/// key with another row or another profile.</para>
/// <para>With a <see cref="ProfilesClient"/>, the sync uses a background client, so other requests of the client take
/// precedence.</para>
/// </remarks>
public static class ProfileSync
{
    /// <summary>Reads all rows and then all profiles, and returns a plan of the writes of a sync. Writes
    /// nothing.</summary>
    /// <param name="client">The client that reads the profiles, with one request per hundred profiles.</param>
    /// <param name="rows">The rows, in any order. They are enumerated once, and no row is kept after it was
    /// read.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The member of a profile that contains the key. It is a string that a create can set,
    /// such as <c>p => p.ExternalUserDetails.ReferenceId</c> or <c>p => p.Metadata["customer"]</c>.</param>
    /// <param name="map">Returns the profile that a row describes. It must set the key. An update leaves members that
    /// it does not set, and other metadata pairs, unchanged. If it throws, the row is reported.</param>
    /// <param name="options">The options of the sync; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <exception cref="ArgumentException">Two options contradict each other. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException"><paramref name="profileKey"/> is not a member that can be a key.
    /// Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept the key or a member that
    /// <paramref name="map"/> sets. Nothing was sent.</exception>
    /// <exception cref="ProfilesSyncException">There are no rows, or there are duplicates and
    /// <see cref="SyncOptions.StopOnDuplicates"/> is set.</exception>
    /// <exception cref="ProfilesException">The profiles could not be read.</exception>
    [OverloadResolutionPriority(1)]
    public static Task<SyncPlan> PlanSyncAsync<TRow>(
        this IProfilesClient client,
        IAsyncEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        var source = SourceOf(rows, rowKey, profileKey, map, options ??= new());
        return SyncSession.PlanAsync(source, new SyncClient(client), options, cancellationToken);
    }

    /// <inheritdoc cref="PlanSyncAsync{TRow}(IProfilesClient, IAsyncEnumerable{TRow}, Func{TRow, string?}, Expression{Func{UserProfile, string?}}, Func{TRow, NewProfile}, SyncOptions?, CancellationToken)"/>
    public static Task<SyncPlan> PlanSyncAsync<TRow>(
        this IProfilesClient client,
        IEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        return client.PlanSyncAsync(rows.ToAsyncEnumerable(), rowKey, profileKey, map, options, cancellationToken);
    }

    /// <summary>Plans a sync, as <c>PlanSyncAsync</c> does, and applies the plan, as <see cref="ApplyAsync"/>
    /// does. It is safe to run again after it ended early: completed writes are not repeated.</summary>
    /// <param name="client">The client that reads and writes the profiles.</param>
    /// <param name="rows">The rows, in any order. They are enumerated once, and no row is kept after it was
    /// read.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The member of a profile that contains the key. It is a string that a create can set,
    /// such as <c>p => p.ExternalUserDetails.ReferenceId</c> or <c>p => p.Metadata["customer"]</c>.</param>
    /// <param name="map">Returns the profile that a row describes. It must set the key. An update leaves members that
    /// it does not set, and other metadata pairs, unchanged. If it throws, the row is reported.</param>
    /// <param name="options">The options of the sync; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>. After the
    /// first write has started, this is a <see cref="SyncCanceledException"/> with a report.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <returns>The report of the run, including the steps that failed. Its <see cref="SyncReport.Plan"/> contains the
    /// rows and profiles that were left out.</returns>
    /// <exception cref="ArgumentException">Two options contradict each other. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException"><paramref name="profileKey"/> is not a member that can be a key.
    /// Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept the key or a member that
    /// <paramref name="map"/> sets. Nothing was sent.</exception>
    /// <exception cref="ProfilesSyncException">The sync was rejected or ended early.</exception>
    /// <exception cref="ProfilesException">The profiles could not be read.</exception>
    [OverloadResolutionPriority(1)]
    public static Task<SyncReport> SyncAsync<TRow>(
        this IProfilesClient client,
        IAsyncEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        var source = SourceOf(rows, rowKey, profileKey, map, options ??= new());
        return SyncSession.RunAsync(source, new SyncClient(client), options, cancellationToken);
    }

    /// <inheritdoc cref="SyncAsync{TRow}(IProfilesClient, IAsyncEnumerable{TRow}, Func{TRow, string?}, Expression{Func{UserProfile, string?}}, Func{TRow, NewProfile}, SyncOptions?, CancellationToken)"/>
    public static Task<SyncReport> SyncAsync<TRow>(
        this IProfilesClient client,
        IEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        return client.SyncAsync(rows.ToAsyncEnumerable(), rowKey, profileKey, map, options, cancellationToken);
    }

    /// <summary>Applies the plan. Before each update and delete, the profile is read again. The write is skipped if the
    /// profile has changed since the plan was created. Before the creates, profiles that were created since then are
    /// read, and a create whose key is among them is not sent.</summary>
    /// <remarks>The plan can be applied again after a run that ended early: completed writes are not repeated. Don't
    /// apply it twice at the same time, because both runs may create the same profiles. An update takes two requests, a
    /// delete two, and a create one. Reading the new profiles takes one request per hundred.</remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="client">The client that reads and writes the profiles. With a <see cref="ProfilesClient"/>, the run
    /// uses a background client of it.</param>
    /// <param name="options">The options of the run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with a <see cref="SyncCanceledException"/>.</param>
    /// <returns>The report of the run, including the steps that were skipped or failed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="client"/> is null.</exception>
    /// <exception cref="ProfilesSyncException">The plan has another scope, is too old, or deletes too many profiles,
    /// and nothing was sent; or the run ended early.</exception>
    /// <exception cref="SyncCanceledException">The run was canceled. The exception contains the report.</exception>
    public static Task<SyncReport> ApplyAsync(
        this SyncPlan plan,
        IProfilesClient client,
        SyncApplyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(client);
        return SyncSession.ApplyAsync(plan, new SyncClient(client), options ?? new(), cancellationToken);
    }

    internal static SyncSource<TRow> SourceOf<TRow>(
        IAsyncEnumerable<TRow> rows,
        Func<TRow, string?> rowKey,
        Expression<Func<UserProfile, string?>> profileKey,
        Func<TRow, NewProfile> map,
        SyncOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(rowKey);
        ArgumentNullException.ThrowIfNull(profileKey);
        ArgumentNullException.ThrowIfNull(map);
        return new(rows, rowKey, map, new SyncRules(SyncKey.Of(profileKey), options));
    }
}
