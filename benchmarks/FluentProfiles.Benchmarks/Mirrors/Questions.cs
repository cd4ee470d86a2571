using System.Globalization;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>The questions, which a mirror and a client are asked alike.</summary>
internal static class Questions
{
    public const int PageSize = 20;
    public const int Most = 50;
    public const string Key = "plan";
    public const string Value = "enterprise";

    /// <summary>References from all over the profiles.</summary>
    /// <param name="turn">Another number gives another one.</param>
    /// <param name="profiles">How many profiles there are.</param>
    public static string ReferenceOf(int turn, int profiles) =>
        string.Create(CultureInfo.InvariantCulture, $"user-{(profiles / 2 + turn * 7919L) % profiles:D6}");

    public static async Task<UserProfile?> ByReferenceAsync(ProfileQuery<UserProfile> query, string reference) =>
        await query.Where(p => p.ExternalUserDetails.ReferenceId == reference).FirstOrDefaultAsync();

    public static async Task NewestAsync(ProfileQuery<UserProfile> query)
    {
        var newest = await query.Where(p => p.Metadata[Key] == Value).Take(Most).ToListAsync();
        Expect.Equal(Most, newest.Count);
    }

    public static async Task<int> CountAsync(ProfileQuery<UserProfile> query) =>
        await query.Where(p => p.EnforcementStatus == EnforcementStatus.Unrestricted).CountAsync();

    public static async Task<ProfilePage<UserProfile>> PageAsync(
        ProfileQuery<UserProfile> query,
        int size,
        string? token
    ) => await query.OrderBy(p => p.Name).ToPageAsync(size, token);

    /// <summary>Reads every profile, and evaluates a condition that only the client can.</summary>
    public static async Task StreamAsync(ProfileQuery<UserProfile> query)
    {
        await foreach (var _ in query.Where(p => p.Metadata.Count != 17)) { }
    }
}
