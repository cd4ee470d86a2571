using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Contexts;

/// <summary>Creates the contexts of the mirror. Each is used for one read or one transaction, then disposed of.</summary>
internal abstract class MirrorContexts
{
    /// <summary>True where the tables are the mirror's own, so that it may drop and create indexes.</summary>
    public abstract bool OwnTables { get; }

    /// <summary>Creates a context whose model is looked at, and which connects to nothing.</summary>
    public abstract DbContext Create();

    public abstract Task<DbContext> CreateAsync(CancellationToken cancellationToken);
}
