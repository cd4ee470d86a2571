using System.Text.Json.Serialization;

namespace FluentProfiles;

/// <summary>A page of items. <c>AsPages</c> returns one for each page of the service, with the items that remain after
/// the operators on the client. <c>ToPageAsync</c> returns one with the requested number of items, or with the
/// remaining ones at the end.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items, possibly none. An empty page does not end a listing. A null
/// <paramref name="ResumeToken"/> does.</param>
/// <param name="NextPage">The service's cursor of the next page, for <c>FromPage</c>; or null at the end of the
/// listing. To continue after a page from <c>ToPageAsync</c>, use <paramref name="ResumeToken"/>: the cursor may skip
/// items that were left for the next page.</param>
/// <param name="ResumeToken">The position from which another run resumes after this page, or null at the end of the
/// query.</param>
/// <param name="RequestId">The request id of the response, for support by the service; or null if the items do not come
/// from a single response.</param>
public sealed record ProfilePage<T>(IReadOnlyList<T> Items, string? NextPage, string? ResumeToken, string? RequestId)
{
    /// <summary>The status and the headers of the response, or of the last one if there were several. Null when
    /// <see cref="RequestId"/> does not refer to a response, and for items in memory. It is not part of the page's
    /// JSON.</summary>
    [JsonIgnore]
    public ProfilesResponse? Response { get; init; }

    /// <summary>Returns the number of items and whether more follow, without the items:
    /// <c>20 items, more follow</c>.</summary>
    public override string ToString() =>
        $"{Items.Count} items, {(ResumeToken is null ? "the last page" : "more follow")}";
}
