namespace FluentProfiles.Http.Calls;

/// <summary>Follows the writes of profiles that a client sends: single ones and those of bulk writes and syncs. It throws
/// nothing.</summary>
internal interface IWriteObserver
{
    /// <summary>Called before a create, an update or a delete is sent.</summary>
    /// <param name="settings">The client's settings.</param>
    /// <param name="call">What is sent.</param>
    /// <param name="id">The profile; null for a create.</param>
    /// <returns>Null for a write that it does not follow.</returns>
    IObservedWrite? Begin(ServiceSettings settings, ServiceCall call, string? id);
}
