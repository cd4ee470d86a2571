namespace FluentProfiles.Tests.Planning;

/// <summary>What a query sends and gives.</summary>
/// <param name="Query">The query, run to a text of its result.</param>
/// <param name="Linq">The same over the profiles in the order in which the service lists them.</param>
/// <param name="Sent">The exact requests after <c>GET /v1/user_profiles</c>, in order.</param>
/// <param name="Explained">What the text of the plan says of it, among the rest.</param>
internal sealed record MeaningRow(
    Func<ProfileQuery<UserProfile>, Task<string>> Query,
    Func<IReadOnlyList<UserProfile>, string> Linq,
    string[] Sent,
    string Explained
)
{
    /// <summary>Whether the requests are sent at once, so that they arrive in any order.</summary>
    public bool AtOnce { get; init; }
}
