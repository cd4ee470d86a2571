using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Writing.Sync.Applying;
using FluentProfiles.Writing.Sync.Planning;

namespace FluentProfiles;

/// <summary>Brings profiles in line with rows of your own.</summary>
/// <remarks>
/// <para>Rows and profiles are compared by key, ordinally. A row without a profile becomes a create, a row whose profile differs an
/// update of the members that differ, and, if <see cref="SyncOptions.AllowDeletes"/> is set, a profile without a row that carries
/// the ownership mark a delete. Nothing is written before both sides have been read to their end.</para>
/// <para>Left as they are and reported: rows and profiles with a null or blank key, and all rows and profiles of a key that several
/// rows or several profiles have.</para>
/// <para>A <see cref="ProfilesClient"/> is used through a background client: its other requests come first.</para>
/// </remarks>
public static class ProfileSync
{
    /// <summary>Reads all rows, then all profiles, and plans what a sync would write. It writes nothing.</summary>
    /// <param name="client">Reads, one request a hundred profiles.</param>
    /// <param name="rows">The rows, in any order, read once. A row is needed only while it is read.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The member of a profile that holds the key: a text that a create can set, such as
    /// <c>p => p.ExternalUserDetails.ReferenceId</c> or <c>p => p.Metadata["customer"]</c>.</param>
    /// <param name="map">Makes the profile that a row wants. It sets the key; members that it does not set, and other pairs of
    /// metadata, are left alone in an update. A row for which it throws is reported.</param>
    /// <param name="options">The rules; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <exception cref="ArgumentException">Two options contradict each other. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException"><paramref name="profileKey"/> is no member that can be a key. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept the key, or a member that <paramref name="map"/>
    /// sets. Nothing was sent.</exception>
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
        return SyncSession.PlanAsync(source, client, options, cancellationToken);
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

    /// <summary>Plans a sync, as <c>PlanSyncAsync</c> does, and applies the plan, as <see cref="SyncPlan.ApplyAsync"/> does. Safe to
    /// run again after it ended early: what is done is as wanted, and is not written again.</summary>
    /// <param name="client">Reads and writes.</param>
    /// <param name="rows">The rows, in any order, read once. A row is needed only while it is read.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The member of a profile that holds the key: a text that a create can set, such as
    /// <c>p => p.ExternalUserDetails.ReferenceId</c> or <c>p => p.Metadata["customer"]</c>.</param>
    /// <param name="map">Makes the profile that a row wants. It sets the key; members that it does not set, and other pairs of
    /// metadata, are left alone in an update. A row for which it throws is reported.</param>
    /// <param name="options">The rules; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>, which is a
    /// <see cref="SyncCanceledException"/> with a report once writes have begun.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <returns>What was done. Steps that failed are in it, and its <see cref="SyncReport.Plan"/> has what was left out.</returns>
    /// <exception cref="ArgumentException">Two options contradict each other. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException"><paramref name="profileKey"/> is no member that can be a key. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept the key, or a member that <paramref name="map"/>
    /// sets. Nothing was sent.</exception>
    /// <exception cref="ProfilesSyncException">The sync was refused, or ended early.</exception>
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
        return SyncSession.RunAsync(source, client, options, cancellationToken);
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

    private static SyncSource<TRow> SourceOf<TRow>(
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
