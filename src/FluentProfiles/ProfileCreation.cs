using System.Runtime.CompilerServices;
using FluentProfiles.Writing.Bulk;

namespace FluentProfiles;

/// <summary>Creates many profiles.</summary>
public static class ProfileCreation
{
    /// <summary>Creates each profile of a sequence, as <see cref="IProfilesClient.CreateAsync"/> does. Sends one
    /// request per profile, <see cref="WriteOptions.Concurrency"/> at once. The sequence is read while the profiles are
    /// created and is never buffered as a whole.</summary>
    /// <remarks>A second run creates all profiles again. If the profiles come from rows with a key of their own, prefer
    /// <c>SyncAsync</c>, which is safe to run again. A create whose response was lost fails with a
    /// <see cref="ProfilesUnknownOutcomeException"/>. Check whether the profile exists before you try again.</remarks>
    /// <param name="client">The client that creates the profiles.</param>
    /// <param name="profiles">The profiles to create, in any order. Items can't be null.</param>
    /// <param name="options">The options of the run; null for the defaults. <see cref="BulkWriteOptions.AllowAll"/> has
    /// no effect.</param>
    /// <param name="cancellationToken">Cancels the run with a <see cref="BulkWriteCanceledException"/>. No further
    /// create starts, and creates in progress are abandoned.</param>
    /// <returns>The report of the run. <see cref="BulkWriteReport.Found"/> is the number of items, and
    /// <see cref="BulkWriteReport.Written"/> the number of profiles created. The report also lists the profiles that
    /// failed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="profiles"/> is null.</exception>
    /// <exception cref="ArgumentException"><see cref="BulkWriteOptions.VerifyEach"/> is set, but a create has no
    /// profile to verify. Nothing was sent.</exception>
    /// <exception cref="BulkWriteCanceledException">The run was canceled. The exception contains the
    /// report.</exception>
    /// <exception cref="ProfilesBulkWriteException">The run ended early, or the sequence threw. The exception contains
    /// the report.</exception>
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
        return new CreateRun(
            profile => client.CreateAsync(profile, cancellationToken: cancellationToken),
            client.Query().Definition.Open().Watchers,
            options,
            cancellationToken
        ).RunAsync(profiles);
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
