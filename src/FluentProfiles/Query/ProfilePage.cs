using System.Text.Json.Serialization;

namespace FluentProfiles;

/// <summary>Items that belong together: from <c>AsPages</c> what one page of the service gave, after whatever runs on the
/// client; from <c>ToPageAsync</c> as many as were asked for, or the rest.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items, perhaps none: an empty page does not end a listing, a null
/// <paramref name="ResumeToken"/> does.</param>
/// <param name="NextPage">The service's cursor of the next page, for <c>FromPage</c>; null at the end of the listing.
/// What <c>ToPageAsync</c> gives goes on by <paramref name="ResumeToken"/> alone: the cursor may be behind items that it left
/// for the next page.</param>
/// <param name="ResumeToken">Where another run goes on after this page; null at the end of the query.</param>
/// <param name="RequestId">The id of the response, for the service's support; null where the items come from no one
/// response.</param>
public sealed record ProfilePage<T>(IReadOnlyList<T> Items, string? NextPage, string? ResumeToken, string? RequestId)
{
    /// <summary>The status and the headers of the answer; of several answers, the last. Null where <see cref="RequestId"/> has no
    /// answer to refer to, and for items in memory. It is not part of the page as JSON.</summary>
    [JsonIgnore]
    public ProfilesResponse? Response { get; init; }

    /// <summary>The number of items and whether more follow, without the items: <c>20 items, more follow</c>.</summary>
    public override string ToString() =>
        $"{Items.Count} items, {(ResumeToken is null ? "the last page" : "more follow")}";
}
