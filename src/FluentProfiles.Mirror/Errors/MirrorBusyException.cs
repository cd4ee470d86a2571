namespace FluentProfiles;

/// <summary>The exception that is thrown when another process, or another <see cref="ProfileMirror"/> of this process, refreshes
/// the mirror. Wait until it ends, or leave the refreshing to it and query the mirror.</summary>
public sealed class MirrorBusyException : MirrorException
{
    internal MirrorBusyException(string owner, DateTimeOffset since, string message)
        : base(message) => (Owner, Since) = (owner, since);

    /// <summary>The holder of the lease: the name of its machine, the id of its process and a random number.</summary>
    public string Owner { get; }

    /// <summary>The time at which it took the lease, by the clock of the database.</summary>
    public DateTimeOffset Since { get; }
}
