using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Storing.Rows;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles;

/// <summary>The options of a mirror. They are read when the mirror is opened.</summary>
public sealed partial class ProfileMirrorOptions
{
    internal StoredMembers Members { get; private set; } = StoredMembers.All;

    /// <summary>Chooses which members of profiles are stored. By default, all that a list of the service reports. A query
    /// that needs a member that is not stored throws an <see cref="UnsupportedQueryException"/>.</summary>
    /// <remarks>When a mirror that has profiles is opened with fewer members than before, it removes the others from its
    /// rows. Members that are stored again arrive with the next full pass. Until then, they are among
    /// <see cref="MirrorStatus.MissingMembers"/>: a query that names one throws a <see cref="MirrorNotReadyException"/>, and so does a
    /// call for an unknown reference if references are among them. Whole profiles are returned without them.</remarks>
    /// <param name="members">Names the members to leave out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
    /// <example><c>options.Store(members => members.Except(p => p.Name).ExceptMetadata("ssn"))</c></example>
    public void Store(Action<StoredMembersBuilder> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        StoredMembersBuilder builder = new();
        members(builder);
        Members = builder.Build();
    }

    /// <summary>Gets or sets a value that indicates whether the container's client writes through to the mirror that
    /// <c>AddProfileMirror</c> registers, as the client of <see cref="MirrorClientExtensions.WithMirror"/> does. True by
    /// default. It has no effect on a mirror that <c>OpenAsync</c> opens.</summary>
    public bool WritesThrough { get; set; } = true;

    /// <summary>Where queries read; null for the mirror's own database.</summary>
    internal MirrorContexts? QueryContexts { get; private set; }

    /// <summary>Lets queries read from a copy of the database, such as a read replica. <see cref="ProfileMirror.ChangesAsync"/> and
    /// its like read there, too. Passes and writes still use the database itself. What a query finds, and how old it is, is then
    /// what the copy has.</summary>
    /// <param name="contexts">Creates contexts on the copy, with the same model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="contexts"/> is null.</exception>
    public void QueryFrom<TContext>(IDbContextFactory<TContext> contexts)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(contexts);
        QueryContexts = new FactoryContexts<TContext>(contexts);
    }
}
