using FluentProfiles.Mirror.Erasing;

namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    /// <summary>Erases a profile from the mirror's database, and keeps the mirror from storing it again. Sends no request: delete
    /// the profile at the service first, with <c>client.DeleteAsync(id)</c>.</summary>
    /// <remarks>
    /// <para>Deletes the row of the profile, its JSON and metadata, its changes, webhook events, pending reads and claims, in one
    /// transaction. What stays is a keyed hash of the id and the time. Passes, webhooks and writes of your own skip a profile with
    /// such a hash, even while the service still has it. The erasure adds no change to
    /// <see cref="ChangesAsync"/>: tell those who keep copies.</para>
    /// <para>Other mirrors that share the database lose the events, pending reads and changes that name the profile, each in a
    /// transaction of its own. A mirror that has the profile itself keeps it: call the method on that one, too.</para>
    /// <para>On SQLite, it then rewrites the file without the bytes of deleted rows (<c>VACUUM</c>), which takes about a second per
    /// 100 MB and blocks other writers. You are responsible for backups, replicas and, in PostgreSQL, deleted row versions until
    /// the next <c>VACUUM</c>. After you restore a backup, call <see cref="ApplyErasuresAsync"/>.</para>
    /// </remarks>
    /// <param name="id">The id of the profile. The mirror need not have it. To erase several, pass all of them in one call.</param>
    /// <param name="cancellationToken">Cancels the erasure with an <see cref="OperationCanceledException"/>. Call the method again
    /// then.</param>
    /// <returns>True if the mirror still had the profile; usually false after a delete that was written through.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed, or another process has used the SQLite file all the time, so
    /// that it could not be rewritten. Call the method again.</exception>
    public Task<bool> ForgetAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return forgetting.ForgetAsync(id, cancellationToken);
    }

    /// <summary>Erases several profiles from the mirror's database, as <see cref="ForgetAsync(string, CancellationToken)"/> does with one.
    /// On SQLite, it rewrites the file once for all. Sends no request.</summary>
    /// <remarks>Each transaction erases 100 profiles, in the order of the ids, so other writers do not wait for long. If the call fails or is
    /// canceled, profiles that are erased stay so, and a repeated call erases the others.</remarks>
    /// <param name="ids">The ids of the profiles. The mirror need not have them. The sequence is read before anything is erased, and ids
    /// that occur twice count once. If it is empty, nothing happens.</param>
    /// <param name="cancellationToken">Cancels the erasure with an <see cref="OperationCanceledException"/>. Call the method again
    /// then.</param>
    /// <returns>The number of profiles that the mirror had.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null.</exception>
    /// <exception cref="ArgumentException">An id is null or empty. Nothing is erased.</exception>
    /// <exception cref="MirrorErasureException">The database failed, or another process has used the SQLite file all the time, so that
    /// it could not be rewritten. <see cref="MirrorErasureException.Erased"/> has the ids that are erased. Call the method again.</exception>
    public Task<int> ForgetAsync(IEnumerable<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] all = [.. ids.Distinct()];
        if (all.Any(string.IsNullOrEmpty))
            throw new ArgumentException("An id is null or empty. Nothing is erased.", nameof(ids));
        return forgetting.ForgetAsync(all, cancellationToken);
    }

    /// <summary>Lets the mirror store a profile again that <see cref="ForgetAsync(string, CancellationToken)"/> has erased. If the service still has it, the
    /// next full pass adds it.</summary>
    /// <param name="id">The id of the profile.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>True if the profile was erased.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task<bool> LiftErasureAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return forgetting.LiftAsync(id, cancellationToken);
    }

    /// <summary>Returns the ledger of erasures as a string: the hashes of the ids with their key, and the times. Keep the latest one
    /// outside of the database and its backups, for <see cref="ApplyErasuresAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels the read with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>JSON of about 110 characters for each erasure. With its key, it tells whether a known id was erased, so store it as
    /// confidential.</returns>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task<string> ExportErasuresAsync(CancellationToken cancellationToken = default) =>
        forgetting.ExportAsync(cancellationToken);

    /// <summary>Erases what a ledger names: after a backup was restored that is older than erasures, and in a database that was built
    /// anew. Erasures that the database knows stay. Reads every stored id. Call it before the refresher is started and before
    /// queries run.</summary>
    /// <param name="ledger">The result of <see cref="ExportErasuresAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>. Call the method again
    /// then.</param>
    /// <returns>The number of profiles of which something was stored.</returns>
    /// <exception cref="ArgumentException"><paramref name="ledger"/> is not a ledger, or one of another address or
    /// workspace.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed, or another process has used the SQLite file all the time, so
    /// that it could not be rewritten. Call the method again.</exception>
    public Task<int> ApplyErasuresAsync(string ledger, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(ledger);
        return forgetting.ApplyAsync(ErasureLedger.Read(ledger, Store.Scope, nameof(ledger)), cancellationToken);
    }
}
