namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    /// <summary>Deletes the stored profiles, their metadata, the changes and the checkpoints of this mirror's address and
    /// workspace, in one transaction. Sends no request.</summary>
    /// <remarks>Claims, webhook events and erasures stay, and so do the rows of other scopes. Tokens of changes expire. Until the next
    /// full pass is complete, reads throw a <see cref="MirrorNotReadyException"/>.</remarks>
    /// <param name="cancellationToken">Cancels the deletion; nothing is deleted then.</param>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror: stop the refresher there first.</exception>
    /// <exception cref="MirrorLeaseLostException">The process lost the lease meanwhile. Nothing was deleted.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task ResetAsync(CancellationToken cancellationToken = default) => Passes.ResetAsync(cancellationToken);
}
