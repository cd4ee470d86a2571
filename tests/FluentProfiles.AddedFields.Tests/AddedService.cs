using FluentProfiles.Emulator;

namespace FluentProfiles.AddedFields.Tests;

/// <summary>The emulator on loopback with profiles that have the added fields, and a client of it.</summary>
internal sealed class AddedService : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SupportTier[] Tiers = [SupportTier.Basic, SupportTier.Gold, SupportTier.Silver, default];

    private AddedService(ProfileEmulator emulator) =>
        (Emulator, Client) = (
            emulator,
            new(
                new()
                {
                    BaseUrl = emulator.BaseUrl,
                    ApiKey = "key",
                    MaxRetries = 0,
                }
            )
        );

    public ProfileEmulator Emulator { get; }

    public ProfilesClient Client { get; }

    /// <summary>The requests so far, cursors as <c>page=…</c>.</summary>
    public IReadOnlyList<string> Requests =>
        [.. Emulator.Requests.Select(request => WithoutCursor(Uri.UnescapeDataString(request.PathAndQuery)))];

    /// <summary>Profiles whose ranks differ, go up and down with the time, and are in part below 0.</summary>
    public static IReadOnlyList<UserProfile> Profiles(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Profile(i, (i * 37 % count) - 10))];

    /// <summary>The later a profile was created, the earlier it was seen.</summary>
    public static DateTimeOffset SeenAt(int number) => Start.AddDays(10).AddHours(-number);

    public static UserProfile Profile(int number, int rank) =>
        new()
        {
            Id = $"uprof_{number:d4}",
            CreatedAt = Start.AddMinutes(number),
            UpdatedAt = Start.AddMinutes(number),
            Rank = rank,
            SeenAt = SeenAt(number),
            SupportTier = Tiers[number % Tiers.Length],
            EnforcementStatus = number % 2 == 0 ? EnforcementStatus.Banned : EnforcementStatus.Unrestricted,
        };

    public static async Task<AddedService> StartAsync(IReadOnlyList<UserProfile> profiles) =>
        new(await ProfileEmulator.StartAsync(new() { Profiles = profiles }));

    public ProfileQuery<UserProfile> Query() => Client.Query();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }

    private static string WithoutCursor(string target)
    {
        var start = target.IndexOf("&page=", StringComparison.Ordinal);
        return start < 0 ? target : target[..start] + "&page=…";
    }
}
