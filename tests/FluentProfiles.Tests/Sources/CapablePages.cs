using System.Globalization;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Sources;

namespace FluentProfiles.Tests.Sources;

internal sealed class CapablePages(
    IReadOnlyList<UserProfile> profiles,
    Func<UserProfile, UserProfile> listed,
    List<ListRequest> requests
) : IProfileSource
{
    public SourceCapabilities Capabilities { get; } = new AnyCondition();

    public ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget?.Send(isRetry: false);
        lock (requests)
            requests.Add(request);
        var start = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        // Equal keys come by the time of creation, in the direction of the order, as in the emulator.
        var byCreation = profiles
            .OrderBy(profile => profile.CreatedAt)
            .ThenBy(profile => profile.Id, StringComparer.Ordinal);
        var passing = (request.Order.Descending ? byCreation.Reverse() : byCreation)
            .Select(listed)
            .Where(profile =>
                request.Conditions.Exact.All(condition => ConditionCheck.Passes(condition, profile, isRough: false))
            )
            .Where(profile =>
                request.Conditions.Rough.All(condition => ConditionCheck.Passes(condition, profile, isRough: true))
            );
        var rest = request.Order.SortedBy.Sort(passing, request.Order.Descending).Skip(start).ToList();
        var next = rest.Count > request.Limit ? (start + request.Limit).ToString(CultureInfo.InvariantCulture) : null;
        return new(new Page([.. rest.Take(request.Limit)], next));
    }

    public Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        budget?.Send(isRetry: false);
        return Task.FromResult(profiles.FirstOrDefault(profile => profile.Id == id));
    }
}
