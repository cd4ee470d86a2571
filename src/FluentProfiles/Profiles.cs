using FluentProfiles.Operators;

namespace FluentProfiles;

/// <summary>The shortest way to a query: <c>Profiles.Query()</c>. All queries share one client per process.</summary>
/// <remarks>The first run creates the client from the environment (<c>ANTHROPIC_API_KEY</c>,
/// <c>ANTHROPIC_AUTH_TOKEN</c>, <c>ANTHROPIC_BASE_URL</c>, <c>ANTHROPIC_WORKSPACE_ID</c>), unless <see cref="Use"/> has
/// set one. This class is thread-safe.</remarks>
public static class Profiles
{
    private static readonly object Gate = new();
    private static readonly AmbientSource Ambient = new();
    private static ProfilesClient? current;

    internal static ProfilesClient Current
    {
        get
        {
            lock (Gate)
                return current ??= new ProfilesClient();
        }
    }

    /// <summary>Returns a query of all profiles. Nothing is sent, and no client is chosen, until you enumerate
    /// it.</summary>
    /// <example>
    /// <code region="example-profiles-query">
    /// await foreach (var profile in Profiles.Query().Take(5))
    ///     Console.WriteLine($"{profile.Id} {profile.Name}");
    /// </code>
    /// </example>
    public static ProfileQuery<UserProfile> Query() => new(new QueryDefinition(Ambient, QuerySettings.Default, null));

    /// <summary>Sets the client of this class for every run that starts after this call. The caller owns the client:
    /// the previous client is not disposed.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static void Use(ProfilesClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        lock (Gate)
            current = client;
    }
}
