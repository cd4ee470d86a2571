using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging;

/// <summary>Checks that the pages of one listing have the order and pass the filter of their request. An order without
/// positions, such as that by name, is not checked, because its rules are not known in full.</summary>
internal sealed class ListingCheck
{
    private readonly ListRequest request;
    private readonly SortKey? key;
    private readonly Action<UserProfile, Page> checkOrder;
    private readonly Func<UserProfile, bool> fails;
    private long? latest;
    private long? first;
    private int judged;
    private int failed;

    /// <param name="request">What each page was requested with.</param>
    public ListingCheck(ListRequest request)
    {
        this.request = request;
        key = request.Order.SortedBy is { HasPositions: true } known ? known : null;
        (checkOrder, fails) = (CheckOrder, Fails);
    }

    /// <summary>Checks the next page. A profile that fails the filter may have changed between the service's filter and its
    /// answer, so it is dropped.</summary>
    /// <returns>The page without the profiles that fail the filter.</returns>
    /// <exception cref="ProfilesProtocolException">The page is in another order, or most of it fails the filter.</exception>
    public Page Checked(Page page)
    {
        // A page may repeat some profiles of the one before it if the cursor is an offset and profiles were created since.
        (latest, first) = (first ?? latest, null);
        if (key is not null && page.Fields.Contains(key.Mask))
        {
            for (var i = 0; i < page.Profiles.Count; i++)
                CheckOrder(page.Profiles[i], page);
        }
        else if (key is not null)
            page.Completed = (key.Mask, checkOrder);
        return !request.Filters.IsNone && page.Fields.Contains(request.Filters.Mask) ? Filtered(page) : page;
    }

    private void CheckOrder(UserProfile profile, Page page)
    {
        var position = key!.PositionOf(profile);
        if (latest is { } before && (request.Order.Descending ? position > before : position < before))
            throw Contradiction.Of(
                page.RequestId,
                $"profiles are not in {(request.Order.Descending ? "descending" : "ascending")} order by {key.Name}"
            );
        latest = position;
        first ??= position;
    }

    // Dropped profiles do not count as read, because a run's position must not include them.
    private Page Filtered(Page page)
    {
        var passing = Page.Without(page, fails, countsLeftOut: false);
        Judge(page, page.Profiles.Count - passing.Profiles.Count);
        return passing;
    }

    private bool Fails(UserProfile profile) => !request.Filters.Passes(profile);

    /// <summary>Decides whether a page has so many profiles that fail the filter that it can't be a coincidence: at least two,
    /// and more than half. A page of one profile is judged together with the next one.</summary>
    private void Judge(Page page, int failing)
    {
        judged += page.Profiles.Count;
        failed += failing;
        if (failed >= 2 && failed * 2 > judged)
            throw Contradiction.Of(
                page.RequestId,
                $"{failed} of {judged} profiles have another {string.Join(" or ", request.Filters.Sets.Select(set => set.Key.Name))} than the filter allows"
            );
        if (judged >= 2)
            (judged, failed) = (0, 0);
    }
}
