using FluentProfiles.Mirror.References;

namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    internal ReferenceDirectory References { get; }

    /// <summary>Returns the profile of one of your customers, and creates it if the customer has none. Of all processes that
    /// share the database, one creates it, once.</summary>
    /// <remarks>
    /// <para>A known reference sends no request: it is returned from memory, or read by one statement. For an unknown one, this
    /// process claims the reference in the database, reads the newest profiles (usually one request), and sends one create.
    /// Calls for the same reference wait for it, in this process and in others.</para>
    /// <para>If the response to the create is lost, or the process ends, the create is not sent again. The newest profiles are
    /// read until they show the profile, for two minutes. After that, the reference is unresolved: each call throws a
    /// <see cref="ProfilesUnknownOutcomeException"/> until a pass finds the profile, or you call
    /// <see cref="ResolveClaimAsync"/>.</para>
    /// <para>If several profiles have the reference, the oldest is returned, or the one that
    /// <see cref="ProfileMirrorOptions.ChooseDuplicate"/> returns. <see cref="ProfileReference.Duplicates"/> counts the others.</para>
    /// </remarks>
    /// <param name="reference">Your own id for the customer, 1 to 255 characters. It is compared ordinally.</param>
    /// <param name="create">Describes the profile to create. It is called only for an unknown reference, and may be called more than
    /// once. Its <see cref="ExternalUserDetails.ReferenceId"/> is set for you. What it throws is thrown as it is.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>. The create goes on while
    /// other calls wait for it, and in any case once it may have been sent.</param>
    /// <exception cref="ArgumentException">The reference is blank, too long or not valid Unicode, or the profile to create has
    /// another reference, or a value beyond its limits. Nothing was sent.</exception>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet. Or the reference is unknown, and stored profiles may lack
    /// theirs: see <see cref="MirrorStatus.MissingMembers"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="ProfileMirrorOptions.ChooseDuplicate"/> returned a profile that it was
    /// not given.</exception>
    /// <exception cref="MirrorException">The key finds none of the stored profiles. Or the profile of the reference was erased from
    /// the mirror, and the service still has it. Nothing was created.</exception>
    /// <exception cref="ObjectDisposedException">The mirror was disposed. This call has created nothing.</exception>
    /// <exception cref="ProfilesUnknownOutcomeException">A create was sent, and its profile was not found in time, or before the
    /// mirror was disposed.</exception>
    /// <exception cref="ProfilesConfigurationException">The mirror does not store references, or the client's betas choose a
    /// shape without them.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    /// <exception cref="ProfilesException">The service rejected the create, or could not be reached. Nothing was created. Other
    /// calls that wait in this process throw the same exception.</exception>
    public ValueTask<ProfileReference> GetOrCreateAsync(
        string reference,
        Func<NewProfile> create,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(create);
        return References.GetOrCreateAsync(reference, new(create, Client), cancellationToken);
    }

    /// <summary>Returns the profile of one of your customers, or null if the mirror has none. Sends no request.</summary>
    /// <param name="reference">Your own id for the customer, 1 to 255 characters. It is compared ordinally.</param>
    /// <param name="cancellationToken">Cancels the read with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The reference is blank, too long or not valid Unicode.</exception>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet. Or the reference is unknown, and stored profiles may lack
    /// theirs: see <see cref="MirrorStatus.MissingMembers"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="ProfileMirrorOptions.ChooseDuplicate"/> returned a profile that it was
    /// not given.</exception>
    /// <exception cref="ProfilesConfigurationException">The mirror does not store references, or the client's betas choose a
    /// shape without them.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public ValueTask<ProfileReference?> FindAsync(string reference, CancellationToken cancellationToken = default) =>
        References.FindAsync(reference, cancellationToken);

    /// <summary>Returns the profiles of many customers by one statement for each 1,000 references. Sends no request.</summary>
    /// <param name="references">Your own ids for the customers, 1 to 255 characters each. They are compared ordinally.</param>
    /// <param name="cancellationToken">Cancels the reads with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The profiles by reference. References that the mirror does not have are missing.</returns>
    /// <exception cref="ArgumentException">A reference is blank, too long or not valid Unicode.</exception>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet. Or a reference is unknown, and stored profiles may lack
    /// theirs: see <see cref="MirrorStatus.MissingMembers"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="ProfileMirrorOptions.ChooseDuplicate"/> returned a profile that it was
    /// not given.</exception>
    /// <exception cref="ProfilesConfigurationException">The mirror does not store references, or the client's betas choose a
    /// shape without them.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task<IReadOnlyDictionary<string, ProfileReference>> FindManyAsync(
        IEnumerable<string> references,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(references);
        return References.FindManyAsync(references, cancellationToken);
    }

    /// <summary>Returns the references that several profiles have, with these profiles. The service does not keep references
    /// unique. Reads the database by two statements for each 100 such references, or for fewer that have 1,000 profiles together, and sends no
    /// request. All profiles of one reference are in memory at once.</summary>
    /// <remarks>To put one right, choose the profile to keep, move what you have stored for the others to it, and delete the
    /// others with the client.</remarks>
    /// <param name="cancellationToken">Cancels the reads with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet, or stored profiles may lack their references: see
    /// <see cref="MirrorStatus.MissingMembers"/>.</exception>
    /// <exception cref="ProfilesConfigurationException">The mirror does not store references, or the client's betas choose a
    /// shape without them.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public IAsyncEnumerable<DuplicateReference> DuplicatesAsync(CancellationToken cancellationToken = default) =>
        References.DuplicatesAsync(cancellationToken);

    /// <summary>Returns the references for which a create was sent, whose response was lost, and whose profile was not found in
    /// time, the oldest first. Reads the database, and sends no request.</summary>
    /// <param name="cancellationToken">Cancels the read with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task<IReadOnlyList<UnresolvedClaim>> UnresolvedClaimsAsync(CancellationToken cancellationToken = default) =>
        References.Claims.UnresolvedAsync(cancellationToken);

    /// <summary>Takes your decision on a reference that <see cref="UnresolvedClaimsAsync"/> returns.</summary>
    /// <remarks>Before you decide on <see cref="ClaimResolution.NotCreated"/>, run a full pass: if the service has the profile,
    /// the pass finds it, and the reference is resolved. <see cref="ClaimResolution.CreatedAs"/> reads the profile by one request,
    /// and up to ten known profiles if the key has changed or the profile is missing. The profile is stored in any case, so if
    /// it has another unresolved reference, that one is resolved.</remarks>
    /// <param name="reference">The reference.</param>
    /// <param name="resolution">The decision.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The reference is not unresolved, or the service has no profile with that id and that
    /// reference, or the profile was erased from the mirror.</exception>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet, or stored profiles may lack their references.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    /// <exception cref="ProfilesException">The profile could not be read.</exception>
    public Task ResolveClaimAsync(
        string reference,
        ClaimResolution resolution,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        ArgumentNullException.ThrowIfNull(resolution);
        return new ClaimDecision(References.Claims, Readings).TakeAsync(reference, resolution, cancellationToken);
    }
}
