using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Writing.Bulk;
using FluentProfiles.Writing.Bulk.Writes;

namespace FluentProfiles;

/// <summary>Writes of everything that a query finds.</summary>
/// <remarks>The query finds the profiles as it always does, page by page, and reads of them only what its conditions and the
/// setters need; the writes run meanwhile, one request each. <c>WithMaxRequests</c> and <c>WithProgress</c> speak of the
/// reading alone.</remarks>
public static class ProfileQueryWrites
{
    /// <summary>Updates every profile that the query finds and that is not as wanted already. Running it again after a run that
    /// ended early does the rest, and writes nothing that is done, as long as what the setters give does not depend on what they
    /// have set. A query sorted by the name that a setter sets is read to its end before the first write; else each page is
    /// written as it comes.</summary>
    /// <param name="query">Finds the profiles. It may not <c>Select</c>.</param>
    /// <param name="setters">What is set: <c>c => c.SetName(p => …).SetMetadata("tier", "gold")</c>.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run, with a <see cref="BulkWriteCanceledException"/>: no write begins after
    /// it, and those under way are given up.</param>
    /// <returns>What was done. Profiles that failed are in it: it is worth a look.</returns>
    /// <exception cref="ArgumentException">Nothing is set, something is set twice, or a constant is beyond its limits. Nothing
    /// was sent.</exception>
    /// <exception cref="InvalidOperationException">Nothing bounds the query, and <see cref="BulkWriteOptions.AllowAll"/> is not
    /// set. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or selects. Nothing was sent.</exception>
    /// <exception cref="ProfilesConfigurationException">The shape does not accept a field that is set. Nothing was
    /// sent.</exception>
    /// <exception cref="BulkWriteCanceledException">The run was cancelled; the report is in it.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended before it had come to every profile; the report is in
    /// it.</exception>
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
        return ExecuteAsync(query.Definition, UpdateStep(setters), options, cancellationToken);
    }

    /// <summary>Deletes every profile that the query finds, for good. Of each, only what the query's conditions need is
    /// read.</summary>
    /// <param name="query">Finds the profiles. It may not <c>Select</c>.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run, with a <see cref="BulkWriteCanceledException"/>: no write begins after
    /// it, and those under way are given up.</param>
    /// <returns>What was done. Profiles that failed are in it: it is worth a look.</returns>
    /// <exception cref="InvalidOperationException">Nothing bounds the query, and <see cref="BulkWriteOptions.AllowAll"/> is not
    /// set. Nothing was sent.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or selects. Nothing was sent.</exception>
    /// <exception cref="BulkWriteCanceledException">The run was cancelled; the report is in it.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended before it had come to every profile; the report is in
    /// it.</exception>
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
        return ExecuteAsync(query.Definition, new WriteOperator([], WriteKind.Delete), options, cancellationToken);
    }

    /// <summary>What <see cref="ExecuteUpdateAsync"/> would do: a dry run that reads as the update would, as many requests, and
    /// writes nothing.</summary>
    /// <param name="query">Finds the profiles.</param>
    /// <param name="setters">What would be set.</param>
    /// <param name="sampleSize">How many profiles to show before and after. 10 by default.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Nothing is set, something is set twice, a constant is beyond its limits, or
    /// <paramref name="sampleSize"/> is negative.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or selects.</exception>
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
        return DryRun.RunAsync(new(query.Definition, UpdateStep(setters), 1), sampleSize, cancellationToken);
    }

    /// <summary>What <see cref="ExecuteDeleteAsync"/> would do: a dry run that reads as the delete would, as many requests, and
    /// writes nothing. Besides it reads the name and the reference of each profile, to show them.</summary>
    /// <param name="query">Finds the profiles.</param>
    /// <param name="sampleSize">How many profiles to show. 10 by default.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sampleSize"/> is negative.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned, or selects.</exception>
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
        var step = new WriteOperator(lost.Setters, WriteKind.Delete);
        return DryRun.RunAsync(new(query.Definition, step, 1), sampleSize, cancellationToken);
    }

    private static Task<BulkWriteReport> ExecuteAsync(
        QueryDefinition query,
        WriteOperator step,
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
        var bulk = new BulkWrite(query, step, options.Concurrency);
        if (bulk.IsUnfiltered && !options.AllowAll)
            throw new InvalidOperationException(
                "Nothing bounds the query, so that every profile would be written. Write a condition or Take(n), or set BulkWriteOptions.AllowAll."
            );
        return new BulkRun(bulk, bulk.Writer, options, cancellationToken).RunAsync();
    }

    private static WriteOperator UpdateStep(Action<ProfileSetters> setters)
    {
        ArgumentNullException.ThrowIfNull(setters);
        var given = new ProfileSetters();
        setters(given);
        return given.Setters.Count == 0
            ? throw new ArgumentException(
                "The update sets nothing. Call SetName, SetMetadata, Set or Clear.",
                nameof(setters)
            )
            : new(given.Setters, WriteKind.Update);
    }
}
