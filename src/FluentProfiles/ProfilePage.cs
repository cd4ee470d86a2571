namespace FluentProfiles;

/// <summary>What one page of the service gave, after whatever runs on the client.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items, perhaps none: an empty page does not end a listing.</param>
/// <param name="NextPage">The service's cursor of the next page, for <c>FromPage</c>; null at the end of the listing.</param>
/// <param name="ResumeToken">Where another run goes on after this page; null at the end of the query.</param>
/// <param name="RequestId">The id of the response, for the service's support; null where the items come from no one
/// response.</param>
public sealed record ProfilePage<T>(IReadOnlyList<T> Items, string? NextPage, string? ResumeToken, string? RequestId);
