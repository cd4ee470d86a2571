using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests.Properties.Cases;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>A mirror whose database fails while a query reads a page.</summary>
internal sealed class FaultyMirror : IFaultySource
{
    private readonly ProfileMirror mirror;
    private readonly BrokenConnections connections;
    private readonly int pageSize;

    /// <param name="mirror">The mirror.</param>
    /// <param name="pageSize">The size of a page; 0 for the usual one.</param>
    public FaultyMirror(TestMirror mirror, int pageSize)
    {
        this.mirror = mirror.Mirror;
        this.pageSize = pageSize;
        connections = mirror.Database.Broken ??= new(mirror.Database);
    }

    public int Reads => connections.Opened;

    public ProfileQuery<UserProfile> Query() => pageSize == 0 ? mirror.Query() : mirror.Query().WithPageSize(pageSize);

    public void FailAt(int? read) => connections.FailAt(read);

    public bool IsFault(ProfilesException failure) => failure is MirrorDatabaseException;
}
