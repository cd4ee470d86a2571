using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Processes;

/// <summary>What is alive while a million profiles stream by.</summary>
internal static class LiveHeap
{
    private const int Early = 100;
    private const int Pages = 10_000;

    /// <returns>The live bytes after page 100 and after page 10,000.</returns>
    public static async Task<(long Early, long Late)> MeasureAsync()
    {
        using var pages = await EndlessPages.OfAsync(Pages);
        using HttpClient http = new(pages, disposeHandler: false);
        using ProfilesClient client = new(new() { BaseUrl = RecordedPages.BaseUrl, ApiKey = "any-key" }, http);
        var (read, early, late) = (0, 0L, 0L);
        await foreach (var profile in client.Query())
        {
            read++;
            if (read == Early * EndlessPages.PageSize)
                early = GC.GetTotalMemory(forceFullCollection: true);
            // One before the end, so that the run still holds whatever it holds.
            if (read == Pages * EndlessPages.PageSize - 1)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }
        return read == Pages * EndlessPages.PageSize
            ? (early, late)
            : throw new InvalidOperationException($"{read} profiles were read.");
    }
}
