namespace FluentProfiles.Mirror.Tests.KilledMirror;

/// <summary>A mirror with tables of its own, without limits.</summary>
public static class Replica
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <param name="client">The client.</param>
    /// <param name="kind">The database.</param>
    /// <param name="target">The file, or the connection string.</param>
    public static Task<ProfileMirror> OpenAsync(ProfilesClient client, string kind, string target)
    {
        ProfileMirrorOptions options = new();
        // Who goes on after a kill waits for the lease of the dead process.
        Configure(options, TimeSpan.FromSeconds(1));
        return kind == Postgres
            ? ProfileMirror.OpenPostgresAsync(client, target, options)
            : ProfileMirror.OpenAsync(client, target, options);
    }

    /// <summary>Lets passes do all that they can at once.</summary>
    public static void Configure(ProfileMirrorOptions options, TimeSpan lease)
    {
        options.MaxRequestsPerSecond = null;
        options.MaxRemovedShare = 1;
        options.MaxAddedShare = 1;
        options.MaxChangedShare = 1;
        // So that a page takes several writes.
        options.RowsAtOnce = 30;
        options.Lease = new(lease);
    }
}
