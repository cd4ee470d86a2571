using System.Globalization;
using FluentProfiles.Json.Pages;
using FluentProfiles.Sources;

namespace FluentProfiles.Tests.Sources;

internal sealed class CapablePages(CapableSource source) : IProfileSource
{
    public SourceCapabilities Capabilities { get; } = new AnyCondition(source.LargestPage, source.BindsCursors);

    public RequestText Explain(ListRequest? listing, bool redact)
    {
        var conditions = listing!.Conditions.Exact.Concat(listing.Conditions.Rough);
        return new($"SELECT {(redact ? "?" : string.Join(" AND ", conditions))} LIMIT {listing.Limit}")
        {
            Lines = [("skip", listing.Skip > 0 ? $"{listing.Skip}" : "")],
        };
    }

    public ValueTask<IUnreadPage> ReadPageAsync(
        ListRequest listing,
        string? cursor,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget?.Send(isRetry: false);
        lock (source.Requests)
            source.Requests.Add(listing);
        var start = cursor is null ? listing.Skip : int.Parse(cursor, CultureInfo.InvariantCulture);
        var rest = source.Passing(listing).Skip(start).Take(listing.Limit + 1).ToList();
        var next = rest.Count > listing.Limit ? After(listing.Limit - 1) : null;
        UserProfile[] page = [.. rest.Take(listing.Limit)];
        return new(
            source.ServesJson
                ? new RawPage([.. page.Select(profile => source.JsonOf(profile))], next, "the test's source")
                {
                    CursorAfter = After,
                    Memory = source,
                }
                : new Page(page, next) { CursorAfter = After }
        );

        string After(int index) => (start + index + 1).ToString(CultureInfo.InvariantCulture);
    }

    public Task<IUnreadProfile?> ReadProfileAsync(string id, RequestBudget? budget, CancellationToken cancellationToken)
    {
        budget?.Send(isRetry: false);
        return Task.FromResult<IUnreadProfile?>(source.Find(id) is { } profile ? new ProfileObject(profile) : null);
    }

    public ValueTask<long> CountAsync(ListRequest listing, RequestBudget? budget, CancellationToken cancellationToken)
    {
        budget?.Send(isRetry: false);
        source.Counted.Add(listing);
        return new(source.Passing(listing).LongCount());
    }
}
