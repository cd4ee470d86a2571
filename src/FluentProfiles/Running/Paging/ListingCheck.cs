using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging;

/// <summary>Checks that the pages of one listing have the order and pass the filter of their request. The order by name is
/// not checked, because its rules are not known in full.</summary>
internal sealed class ListingCheck
{
    private readonly ListRequest request;
    private readonly bool isByCreatedAt;
    private readonly Action<UserProfile, Page> checkOrder;
    private readonly Func<UserProfile, bool> fails;
    private DateTimeOffset? latest;
    private DateTimeOffset? first;
    private int judged;
    private int failed;

    /// <param name="request">What each page was requested with.</param>
    public ListingCheck(ListRequest request)
    {
        this.request = request;
        isByCreatedAt = request.OrderBy is null || request.OrderBy == ProfileSchema.CreatedAt.Name;
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
        if (isByCreatedAt && page.Fields.Contains(ProfileSchema.CreatedAt.Mask))
        {
            for (var i = 0; i < page.Profiles.Count; i++)
                CheckOrder(page.Profiles[i], page);
        }
        else if (isByCreatedAt)
            page.Completed = checkOrder;
        return request.Statuses is not null && page.Fields.Contains(ProfileSchema.EnforcementStatus.Mask)
            ? Filtered(page)
            : page;
    }

    private void CheckOrder(UserProfile profile, Page page)
    {
        var time = profile.CreatedAt;
        if (latest is { } before && (request.Descending ? time > before : time < before))
            throw Contradiction.Of(
                page.RequestId,
                $"profiles come in another order than {(request.Descending ? "descending" : "ascending")} by created_at"
            );
        latest = time;
        first ??= time;
    }

    // Dropped profiles do not count as read, because a run's position must not include them.
    private Page Filtered(Page page)
    {
        var passing = Page.Without(page, fails, countsLeftOut: false);
        Judge(page, page.Profiles.Count - passing.Profiles.Count);
        return passing;
    }

    private bool Fails(UserProfile profile) => !request.Statuses!.Contains(profile.EnforcementStatus);

    /// <summary>Decides whether a page has so many profiles that fail the filter that it can't be a coincidence: at least two,
    /// and more than half. A page of one profile is judged together with the next one.</summary>
    private void Judge(Page page, int failing)
    {
        judged += page.Profiles.Count;
        failed += failing;
        if (failed >= 2 && failed * 2 > judged)
            throw Contradiction.Of(
                page.RequestId,
                $"{failed} of {judged} profiles have another enforcement_status than the filter allows"
            );
        if (judged >= 2)
            (judged, failed) = (0, 0);
    }
}
