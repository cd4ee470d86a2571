using System.Runtime.CompilerServices;
using FluentProfiles.Writing.Bulk;

namespace FluentProfiles;

/// <summary>Creates many profiles.</summary>
public static class ProfileCreation
{
    /// <summary>Creates each profile of a sequence, as <see cref="IProfilesClient.CreateAsync"/> does: one request each,
    /// <see cref="WriteOptions.Concurrency"/> at once. The sequence is read as the profiles are created and never held as a
    /// whole.</summary>
    /// <remarks>A second run creates everything again. Where the profiles come from rows with a key of their own, prefer
    /// <c>SyncAsync</c>, which can be run again. A create whose answer was lost fails with
    /// <see cref="ProfilesUnknownOutcomeException"/>; look for the profile before another try.</remarks>
    /// <param name="client">Creates.</param>
    /// <param name="profiles">What to create, in any order. Null is not allowed as an item.</param>
    /// <param name="options">How it runs; null for the defaults. <see cref="BulkWriteOptions.AllowAll"/> has no effect.</param>
    /// <param name="cancellationToken">Ends the run, with a <see cref="BulkWriteCanceledException"/>: no create begins after
    /// it, and those under way are given up.</param>
    /// <returns>What was done: <see cref="BulkWriteReport.Found"/> counts the items,
    /// <see cref="BulkWriteReport.Written"/> the profiles created. Profiles that failed are in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="profiles"/> is null.</exception>
    /// <exception cref="ArgumentException"><see cref="BulkWriteOptions.VerifyEach"/> is set: there is nothing to read before a
    /// create. Nothing was sent.</exception>
    /// <exception cref="BulkWriteCanceledException">The run was cancelled; the report is in it.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended before it had come to every profile, or the sequence threw;
    /// the report is in it.</exception>
    [OverloadResolutionPriority(1)]
    public static Task<BulkWriteReport> CreateManyAsync(
        this IProfilesClient client,
        IAsyncEnumerable<NewProfile> profiles,
        BulkWriteOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(profiles);
        options ??= new();
        if (options.VerifyEach)
            throw new ArgumentException(
                $"There is nothing to read before a create. Leave {nameof(BulkWriteOptions)}.{nameof(BulkWriteOptions.VerifyEach)} at false.",
                nameof(options)
            );
        return new CreateRun(client, options, cancellationToken).RunAsync(profiles);
    }

    /// <inheritdoc cref="CreateManyAsync(IProfilesClient, IAsyncEnumerable{NewProfile}, BulkWriteOptions?, CancellationToken)"/>
    public static Task<BulkWriteReport> CreateManyAsync(
        this IProfilesClient client,
        IEnumerable<NewProfile> profiles,
        BulkWriteOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return client.CreateManyAsync(profiles.ToAsyncEnumerable(), options, cancellationToken);
    }
}
