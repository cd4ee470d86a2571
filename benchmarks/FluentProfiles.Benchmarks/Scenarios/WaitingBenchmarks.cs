using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.Service;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>A service that takes 20 ms for a page, over which a run mostly waits: what counts is how much of it is waited for
/// at once. Every method gives the ids that its consumer has had.</summary>
public abstract class WaitingBenchmarks
{
    private protected const int PageSize = 100;

    private ProfileEmulator emulator = null!;
    private ClientsUnderTest clients = null!;

    /// <summary>What the service takes for a page, and a consumer for a page's profiles.</summary>
    internal TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(20);

    private protected abstract int Pages { get; }

    private protected HttpClient HandWritten => clients.HandWritten;

    private protected ProfileQuery<UserProfile> Query => clients.Ours.Query();

    [GlobalSetup]
    public void SetUp()
    {
        emulator = ProfileEmulator.Create(
            new()
            {
                Count = Pages * PageSize,
                LogRequests = false,
                BeforeResponse = (_, ct) => Task.Delay(Latency, ct),
            }
        );
        clients = new(emulator.CreateHandler(), emulator.BaseUrl);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        clients.Dispose();
        await emulator.DisposeAsync();
    }

    /// <summary>What a consumer does with a page: it takes as long as the service.</summary>
    private protected Task WorkAsync() => Task.Delay(Latency);

    private protected async Task<List<string>> ReadByHandAsync(Func<Task> work)
    {
        List<string> ids = [];
        await foreach (var page in HandWrittenLoop.PagesAsync(HandWritten, DtoContext.Default.FullPage))
        {
            ids.AddRange(page.Data.Select(profile => profile.Id));
            await work();
        }
        return ids;
    }
}
