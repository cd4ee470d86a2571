using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Contexts.Postgres;
using FluentProfiles.Mirror.Contexts.Sqlite;
using FluentProfiles.Sources;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles;

public sealed partial class ProfileMirror
{
    /// <summary>Opens a mirror in a SQLite file of its own. Creates the file and its tables where they are missing, and
    /// updates the tables of an earlier version. On Unix, only the file's owner can read a file that this method creates.
    /// Sends no request.</summary>
    /// <param name="client">Reads the profiles. Its address and workspace are the scope of the mirror: several mirrors
    /// with different scopes may share a file. The mirror does not dispose of it.</param>
    /// <param name="path">The path of the file. Its folder must exist.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is not a path of a file.</exception>
    /// <exception cref="MirrorDatabaseException">The file can't be created or used.</exception>
    /// <exception cref="MirrorSchemaException">The tables are too new for this version of the package.</exception>
    public static async Task<ProfileMirror> OpenAsync(
        ProfilesClient client,
        string path,
        ProfileMirrorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        var file = new SqliteFile(FullPath(path));
        var contexts = await file.OpenAsync(client.Source.Open(SourceSettings.Default).Clock, cancellationToken)
            .ConfigureAwait(false);
        return await OpenAsync(client, contexts, options, contexts, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a mirror with tables of its own in a PostgreSQL database, in the schema <c>profile_mirror</c>. Creates
    /// the tables where they are missing, and updates those of an earlier version. Sends no request to the
    /// service.</summary>
    /// <param name="client">Reads the profiles. Its address and workspace are the scope of the mirror: several mirrors
    /// with different scopes may share a database. The mirror does not dispose of it.</param>
    /// <param name="connectionString">The connection string of Npgsql. Its user needs the right to create the schema, or
    /// owns it.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is not a connection string.</exception>
    /// <exception cref="MirrorDatabaseException">The database can't be reached or used.</exception>
    /// <exception cref="MirrorSchemaException">The tables are too new for this version of the package.</exception>
    public static async Task<ProfileMirror> OpenPostgresAsync(
        ProfilesClient client,
        string connectionString,
        ProfileMirrorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var contexts = PostgresContext.Open(connectionString);
        try
        {
            await contexts.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await contexts.DisposeAsync().ConfigureAwait(false);
            if (DatabaseFailure.Of(failure) is { } explained)
                throw explained;
            throw;
        }
        return await OpenAsync(client, contexts, options, contexts, cancellationToken).ConfigureAwait(false);
    }

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
    /// <exception cref="ProfilesConfigurationException">The contexts use another provider, or their model lacks the
    /// mirror's tables.</exception>
    /// <exception cref="MirrorDatabaseException">The database can't be reached or used.</exception>
    /// <exception cref="MirrorSchemaException">A migration is missing, or the tables are too new for this version of the
    /// package.</exception>
    public static Task<ProfileMirror> OpenAsync<TContext>(
        ProfilesClient client,
        IDbContextFactory<TContext> contexts,
        ProfileMirrorOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(contexts);
        return OpenAsync(client, new FactoryContexts<TContext>(contexts), options, owned: null, cancellationToken);
    }

    private static async Task<ProfileMirror> OpenAsync(
        ProfilesClient client,
        MirrorContexts contexts,
        ProfileMirrorOptions? options,
        IAsyncDisposable? owned,
        CancellationToken cancellationToken
    )
    {
        ProfileMirror mirror = new(client, contexts, options ?? new(), owned);
        try
        {
            await mirror.Store.OpenAsync(cancellationToken).ConfigureAwait(false);
            return mirror;
        }
        catch
        {
            await mirror.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static string FullPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        // The keyword may have blanks, or none.
        var packed = path.Replace(" ", "", StringComparison.Ordinal);
        if (
            path.Contains(":memory:", StringComparison.Ordinal)
            || packed.Contains("DataSource=", StringComparison.OrdinalIgnoreCase)
        )
            throw new ArgumentException(
                "The mirror needs the path of a file, such as \"profiles.db\": several connections share it. A connection string or a "
                    + "database in memory is not one.",
                nameof(path)
            );
        return Path.GetFullPath(path);
    }
}
