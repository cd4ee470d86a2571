namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    private static readonly TimeSpan UsualPoll = TimeSpan.FromSeconds(1);

    /// <summary>Returns what has changed in the mirror, oldest first: profiles that were created, changed and removed. Ends with
    /// the latest change. Reads the database only, in pages of 500 changes, or the copy that
    /// <see cref="ProfileMirrorOptions.QueryFrom"/> names.</summary>
    /// <remarks>
    /// <para>The first load is the state from which changes start. It adds none itself.</para>
    /// <para>Save the <see cref="ProfileChange.Token"/> of a change after you have processed it, and pass it to the next call. If
    /// the process stops in between, the change is returned again: expect each change at least once. Changes are in the order in
    /// which the mirror stored them, whichever process did so, and none appears later before one that you have read.</para>
    /// <para>To keep a copy of all profiles: call <see cref="GetChangesTokenAsync"/>, read them with <see cref="Query"/>, then
    /// apply the changes after that token.</para>
    /// <para>Erasing a profile with <see cref="ForgetAsync(string, CancellationToken)"/> deletes its changes and adds none.</para>
    /// </remarks>
    /// <param name="after">The <see cref="ProfileChange.Token"/> of the last change that you have processed; null for the oldest
    /// change that is kept: <see cref="ProfileMirrorOptions.KeepChanges"/>.</param>
    /// <param name="cancellationToken">Cancels the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is damaged, or belongs to another address or
    /// workspace.</exception>
    /// <exception cref="MirrorChangesExpiredException">While enumerating: changes after the token are missing. Take a new
    /// baseline.</exception>
    /// <exception cref="MirrorNotReadyException">While enumerating: no full pass is complete yet.</exception>
    /// <exception cref="MirrorDatabaseException">While enumerating: the database failed. Enumerate again after the last
    /// token.</exception>
    public IAsyncEnumerable<ProfileChange> ChangesAsync(
        string? after = null,
        CancellationToken cancellationToken = default
    ) => changes.ReadAsync(changes.TokenOf(after, nameof(after)), pause: null, cancellationToken);

    /// <summary>Returns what <see cref="ChangesAsync"/> returns, and waits for more changes at the end. Ends only
    /// when it is canceled.</summary>
    /// <param name="after">The <see cref="ProfileChange.Token"/> of the last change that you have processed; null for the oldest
    /// change that is kept. To start with what changes from now on, pass <see cref="GetChangesTokenAsync"/>.</param>
    /// <param name="pollInterval">The time between two looks at the database when there are no more changes; null for one
    /// second.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="after"/> is damaged, or belongs to another address or
    /// workspace.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pollInterval"/> is not greater than 0, or longer than 49
    /// days.</exception>
    /// <exception cref="MirrorChangesExpiredException">While enumerating: changes after the token are missing. Take a new
    /// baseline.</exception>
    /// <exception cref="MirrorNotReadyException">While enumerating: no full pass is complete yet.</exception>
    /// <exception cref="MirrorDatabaseException">While enumerating: the database failed. Enumerate again after the last
    /// token.</exception>
    public IAsyncEnumerable<ProfileChange> FollowChangesAsync(
        string? after = null,
        TimeSpan? pollInterval = null,
        CancellationToken cancellationToken = default
    )
    {
        var pause = pollInterval ?? UsualPoll;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(pause, TimeSpan.Zero, nameof(pollInterval));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pause, TimeSpan.FromDays(49), nameof(pollInterval));
        return changes.ReadAsync(changes.TokenOf(after, nameof(after)), pause, cancellationToken);
    }

    /// <summary>Returns the position behind the latest change, for <see cref="ChangesAsync"/>. Call it before you read all
    /// profiles: what changes meanwhile comes behind the token.</summary>
    /// <param name="cancellationToken">Cancels the read with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task<string> GetChangesTokenAsync(CancellationToken cancellationToken = default) =>
        changes.EndAsync(cancellationToken);
}
