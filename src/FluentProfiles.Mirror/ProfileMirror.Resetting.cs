namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    /// <summary>Deletes the stored profiles of this mirror's address and workspace. The next full pass loads them anew; until
    /// then, reads throw. Sends no request. Rows of other scopes stay.</summary>
    /// <param name="cancellationToken">Cancels the deletion; nothing is deleted then.</param>
    /// <exception cref="MirrorBusyException">Another process refreshes the mirror: stop the refresher there first.</exception>
    /// <exception cref="MirrorDatabaseException">The database failed.</exception>
    public Task ResetAsync(CancellationToken cancellationToken = default) => Passes.ResetAsync(cancellationToken);
}
