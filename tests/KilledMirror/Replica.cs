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
        ProfileMirrorOptions options = new()
        {
            MaxRequestsPerSecond = null,
            MaxRemovedShare = 1,
            MaxAddedShare = 1,
            MaxChangedShare = 1,
        };
        return kind == Postgres
            ? ProfileMirror.OpenPostgresAsync(client, target, options)
            : ProfileMirror.OpenAsync(client, target, options);
    }
}
