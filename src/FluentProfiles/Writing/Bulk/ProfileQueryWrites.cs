using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Writing.Bulk;
using FluentProfiles.Writing.Bulk.Setters;

namespace FluentProfiles;

/// <summary>Writes all profiles that a query returns.</summary>
/// <remarks>The query is read page by page as usual, but only the fields that its conditions and the setters use. The
/// writes run at the same time, one request per profile. <c>WithMaxRequests</c> and <c>WithProgress</c> apply only to
/// the reading.</remarks>
public static class ProfileQueryWrites
{
    /// <summary>Updates every profile that the query returns and that does not have the wanted values yet. After a run
    /// that ended early, another run updates the rest and repeats no write, provided that the setters' values do not
    /// depend on members that they set. A query that is sorted by the name, while a setter sets the name, is read
    /// completely before the first write. Otherwise the profiles of each page are written as the page
    /// arrives.</summary>
    /// <param name="query">The query that selects the profiles. It can't contain <c>Select</c>.</param>
    /// <param name="setters">The members to set: <c>c => c.SetName(p => …).SetMetadata("tier", "gold")</c>.</param>
    /// <param name="options">The options of the run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with a <see cref="BulkWriteCanceledException"/>. No further
    /// write starts, and writes in progress are abandoned.</param>
    /// <returns>The report of the run. Check it, because it also lists the profiles that failed.</returns>
    /// <exception cref="ArgumentException">Nothing is set, a member is set twice, or a constant exceeds its limits.
    /// Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The query has no bound, and <see cref="BulkWriteOptions.AllowAll"/>
    /// is not set. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or contains <c>Select</c>. Nothing was
    /// sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field that is set. Nothing was
    /// sent.</exception>
    /// <exception cref="BulkWriteCanceledException">The run was canceled. The exception contains the
    /// report.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended early. The exception contains the report.</exception>
    /// <example>
    /// <code region="write-update">
    /// var report = await client
    ///     .Query()
    ///     .Where(p => p.ExternalUserDetails.EntityType == EntityType.Business)
    ///     .ExecuteUpdateAsync(c =>
    ///         c.SetName(p => p.Name!.Trim())
    ///             .SetMetadata("tier", p => p.Metadata["plan"] == "enterprise" ? "gold" : "silver")
    ///             .RemoveMetadata("trial")
    ///             .Set(p => p.AccessType, AccessType.Passthrough)
    ///     );
    ///
    /// Console.WriteLine(report);
    /// foreach (var failure in report.Failures)
    ///     Console.WriteLine($"{failure.Id}: {failure.Error.Message}");
    /// </code>
    /// </example>
    public static Task<BulkWriteReport> ExecuteUpdateAsync(
        this ProfileQuery<UserProfile> query,
        Action<ProfileSetters> setters,
        BulkWriteOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return ExecuteAsync(query.Definition, Given(setters), deletes: false, options, cancellationToken);
    }

    /// <summary>Permanently deletes every profile that the query returns. Only the fields that the query's conditions
    /// use are read.</summary>
    /// <param name="query">The query that selects the profiles. It can't contain <c>Select</c>.</param>
    /// <param name="options">The options of the run; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run with a <see cref="BulkWriteCanceledException"/>. No further
    /// write starts, and writes in progress are abandoned.</param>
    /// <returns>The report of the run. Check it, because it also lists the profiles that failed.</returns>
    /// <exception cref="InvalidOperationException">The query has no bound, and <see cref="BulkWriteOptions.AllowAll"/>
    /// is not set. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or contains <c>Select</c>. Nothing was
    /// sent.</exception>
    /// <exception cref="BulkWriteCanceledException">The run was canceled. The exception contains the
    /// report.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended early. The exception contains the report.</exception>
    /// <example>
    /// <code region="write-verify">
    /// var report = await client
    ///     .Query()
    ///     .Where(p => p.EnforcementStatus == EnforcementStatus.Banned &amp;&amp; p.Metadata["keep"] != "yes")
    ///     .ExecuteDeleteAsync(new() { VerifyEach = true, MaxFailures = 20 });
    ///
    /// Console.WriteLine($"{report.Written} deleted, {report.Skipped} changed meanwhile");
    /// foreach (var (type, status, count) in report.FailureCounts)
    ///     Console.WriteLine($"{count} × {type.Name} {(int?)status}");
    /// </code>
    /// </example>
    public static Task<BulkWriteReport> ExecuteDeleteAsync(
        this ProfileQuery<UserProfile> query,
        BulkWriteOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        return ExecuteAsync(query.Definition, [], deletes: true, options, cancellationToken);
    }

    /// <summary>Returns what <see cref="ExecuteUpdateAsync"/> would do. This dry run reads as the update would, with as
    /// many requests, but writes nothing.</summary>
    /// <param name="query">The query that selects the profiles.</param>
    /// <param name="setters">The members that would be set.</param>
    /// <param name="sampleSize">The number of profiles to show before and after. 10 by default.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Nothing is set, a member is set twice, a constant exceeds its limits, or
    /// <paramref name="sampleSize"/> is negative.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or contains <c>Select</c>.</exception>
    /// <exception cref="ProfilesException">The profiles could not be read.</exception>
    public static Task<BulkWritePreview> PreviewUpdateAsync(
        this ProfileQuery<UserProfile> query,
        Action<ProfileSetters> setters,
        [InRange(0)] int sampleSize = 10,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(sampleSize);
        return DryRun.RunAsync(
            new(query.Definition, Given(setters), deletes: false, concurrency: 1),
            sampleSize,
            cancellationToken
        );
    }

    /// <summary>Returns what <see cref="ExecuteDeleteAsync"/> would do. This dry run reads as the delete would, with as
    /// many requests, but writes nothing. In addition, it reads the name and the reference of each profile, to show
    /// them.</summary>
    /// <param name="query">The query that selects the profiles.</param>
    /// <param name="sampleSize">The number of profiles to show. 10 by default.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sampleSize"/> is negative.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or contains <c>Select</c>.</exception>
    /// <exception cref="ProfilesException">The profiles could not be read.</exception>
    public static Task<BulkWritePreview> PreviewDeleteAsync(
        this ProfileQuery<UserProfile> query,
        [InRange(0)] int sampleSize = 10,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(sampleSize);
        var lost = new ProfileSetters()
            .Lose(p => p.Name)
            .Lose(p => p.ExternalId)
            .Lose(p => p.ExternalUserDetails.ReferenceId);
        return DryRun.RunAsync(
            new(query.Definition, lost.Setters, deletes: true, concurrency: 1),
            sampleSize,
            cancellationToken
        );
    }

    private static Task<BulkWriteReport> ExecuteAsync(
        QueryDefinition query,
        IReadOnlyList<Setter> setters,
        bool deletes,
        BulkWriteOptions? options,
        CancellationToken cancellationToken
    )
    {
        options ??= new();
        if (options.Created is not null)
            throw new ArgumentException(
                $"{nameof(BulkWriteOptions)}.{nameof(BulkWriteOptions.Created)} is for CreateManyAsync. Leave it out here.",
                nameof(options)
            );
        var bulk = new BulkWrite(query, setters, deletes, options.Concurrency);
        if (bulk.IsUnfiltered && !options.AllowAll)
            throw new InvalidOperationException(
                "The query has no condition and no Take, so it would write every profile. Add a condition or Take(n), or set BulkWriteOptions.AllowAll to true."
            );
        return new BulkRun(bulk, bulk.Writer, options, cancellationToken).RunAsync();
    }

    private static IReadOnlyList<Setter> Given(Action<ProfileSetters> setters)
    {
        ArgumentNullException.ThrowIfNull(setters);
        var given = new ProfileSetters();
        setters(given);
        return given.Setters.Count == 0
            ? throw new ArgumentException(
                "The update sets nothing. Call SetName, SetMetadata, Set or Clear.",
                nameof(setters)
            )
            : given.Setters;
    }
}
