namespace FluentProfiles.Tests.KilledConsumer;

/// <summary>Rows of a platform, and the profiles of the day before: a tenth of the rows is new, two tenths have another name, and a
/// tenth is gone, half of which the sync owns.</summary>
public static class Customers
{
    public const string Command = "sync";
    private const string Mark = "synced-by";

    public static IEnumerable<string> Rows(int count) =>
        Enumerable.Range(0, count).Where(number => number % 10 != 3).Select(KeyOf);

    /// <summary>The profiles before the first sync.</summary>
    public static IEnumerable<UserProfile> Profiles(int count) =>
        Enumerable
            .Range(0, count)
            .Where(number => number % 10 != 7)
            .Select(number => new UserProfile
            {
                Id = $"uprof_{number:D6}",
                Name = number % 5 == 1 ? "before" : NameOf(KeyOf(number)),
                CreatedAt = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number),
                Metadata = number % 20 == 3 ? new() { [Mark] = "sync" } : [],
                ExternalUserDetails = new() { ReferenceId = KeyOf(number) },
            });

    /// <summary>What there must be in the end: key and name of each profile, in order.</summary>
    public static IEnumerable<(string? Key, string? Name)> Wanted(int count) =>
        Enumerable
            .Range(0, count)
            .Where(number => number % 20 != 3)
            .Select(KeyOf)
            .Select(key => ((string?)key, (string?)NameOf(key)));

    public static Task<SyncReport> SyncAsync(IProfilesClient client, int count) =>
        client.SyncAsync(
            Rows(count),
            key => key,
            p => p.ExternalUserDetails.ReferenceId,
            key =>
                new()
                {
                    Name = NameOf(key),
                    ExternalUserDetails = new() { ReferenceId = key },
                },
            new()
            {
                OwnershipKey = Mark,
                AllowDeletes = true,
                MaxDeletedShare = 1,
                Concurrency = 16,
            }
        );

    private static string KeyOf(int number) => $"customer-{number:D6}";

    private static string NameOf(string key) => "Name of " + key;
}
