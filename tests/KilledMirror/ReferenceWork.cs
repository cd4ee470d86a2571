namespace FluentProfiles.Mirror.Tests.KilledMirror;

/// <summary>Asks for the profiles of references beside other processes.</summary>
public static class ReferenceWork
{
    private const int AtOnce = 8;

    /// <summary>Writes a line for each reference: the reference, and the id of its profile or <c>unresolved</c>.</summary>
    /// <param name="address">The address of the service.</param>
    /// <param name="kind">The database.</param>
    /// <param name="target">The file, or the connection string.</param>
    /// <param name="count">How many references.</param>
    /// <param name="window">How long a profile is looked for whose answer was lost.</param>
    public static async Task RunAsync(string address, string kind, string target, int count, TimeSpan window)
    {
        using var client = new ProfilesClient(new() { BaseUrl = address, ApiKey = "key-of-a-test" });
        await using var mirror = await OpenAsync(client, kind, target, window);
        var all = Enumerable.Range(0, count).ToArray();
        Random.Shared.Shuffle(all);
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => Console.WriteLine(await FindAsync(mirror, $"customer-{number}"))
        );
    }

    public static Task<ProfileMirror> OpenAsync(ProfilesClient client, string kind, string target, TimeSpan window)
    {
        ProfileMirrorOptions options = new()
        {
            MaxRequestsPerSecond = null,
            MaxAddedShare = 1,
            ReferenceTimes = new()
            {
                Window = window,
                Claim = TimeSpan.FromSeconds(2),
                LongestLook = TimeSpan.FromSeconds(1),
            },
        };
        return kind == Replica.Postgres
            ? ProfileMirror.OpenPostgresAsync(client, target, options)
            : ProfileMirror.OpenAsync(client, target, options);
    }

    private static async Task<string> FindAsync(ProfileMirror mirror, string reference)
    {
        while (true)
        {
            try
            {
                var found = await mirror.GetOrCreateAsync(reference, () => new() { Name = reference });
                return $"{reference} {found.Id}";
            }
            catch (ProfilesUnknownOutcomeException)
            {
                return $"{reference} unresolved";
            }
            catch (ProfilesException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
