namespace FluentProfiles.Json.Pages;

/// <summary>Some profiles of one or more pages.</summary>
/// <param name="pages">The pages that this one owns.</param>
/// <param name="places">Where its profiles are.</param>
internal sealed class JoinedPage(IReadOnlyList<Page> pages, IReadOnlyList<(Page Page, int Index)> places)
    : Page(
        [.. places.Select(place => place.Page.Profiles[place.Index])],
        pages.Count == 0 ? null : pages[^1].NextCursor,
        pages.Count == 0 ? null : pages[^1].Response,
        pages.Sum(page => page.Bytes)
    )
{
    public override UserProfile Complete(int index) => places[index].Page.Complete(places[index].Index);

    public override void Dispose()
    {
        foreach (var page in pages)
            page.Dispose();
    }
}
