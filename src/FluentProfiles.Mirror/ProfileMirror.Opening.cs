using FluentProfiles.Mirror.Contexts;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    /// <summary>Opens a mirror whose tables are in your own <see cref="DbContext"/>: call
    /// <see cref="MirrorModelBuilderExtensions.AddProfileMirror"/> in its <c>OnModelCreating</c>, and apply its
    /// migrations before. Sends no request.</summary>
    /// <param name="client">Reads the profiles. Its address and workspace are the scope of the mirror: several mirrors
    /// with different scopes may share a database. The mirror does not dispose of it.</param>
    /// <param name="contexts">Creates contexts on SQLite or PostgreSQL. The mirror uses each for one read or one
    /// transaction, never one of yours, and never your transaction.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ProfilesConfigurationException">The contexts use another provider.</exception>
    /// <exception cref="MirrorSchemaException">A migration is missing, or the tables are too new for this version of the
    /// package.</exception>
    public static async Task<ProfileMirror> OpenAsync<TContext>(
        ProfilesClient client,
        IDbContextFactory<TContext> contexts,
        ProfileMirrorOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(contexts);
        ProfileMirror mirror = new(client, new FactoryContexts<TContext>(contexts), options ?? new(), owned: null);
        await mirror.Store.OpenAsync(cancellationToken).ConfigureAwait(false);
        return mirror;
    }
}
