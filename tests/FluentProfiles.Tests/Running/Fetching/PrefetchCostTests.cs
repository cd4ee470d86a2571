using FluentProfiles.Json.Pages;
using FluentProfiles.Running.Paging;
using FluentProfiles.Running.Paging.OneEnd;
using FluentProfiles.Sources;

namespace FluentProfiles.Tests.Running.Fetching;

/// <summary>What pages ahead cost. The process's bytes are counted, so that no other test may run.</summary>
[Collection(AloneCollection.Name)]
public sealed class PrefetchCostTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LeavingOrFailing_CostsLittleForEachPageAhead(bool fails)
    {
        // Each page waits for the one before it, of which the first never comes.
        const int Pages = 4_000;
        TaskCompletionSource<Page> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var walk = new CursorWalk(
            new OnePage(first.Task),
            new(new(100, ServiceOrder.Default, FilterValues.None)),
            null,
            null,
            default
        );
        walk.Prefetch(Pages);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        if (fails)
        {
            first.SetException(new ProfilesProtocolException("no page"));
            await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await walk.NextAsync());
        }
        await walk.DisposeAsync();

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Pages * 500);
    }

    private sealed class OnePage(Task<Page> page) : IPageFetcher
    {
        public ValueTask<Page> FetchAsync(string? cursor, CancellationToken cancellationToken) =>
            new(page.WaitAsync(cancellationToken));
    }
}
