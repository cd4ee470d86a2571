using FluentProfiles.Tests.KilledConsumer;

namespace FluentProfiles.Tests.Reliability;

/// <summary>A process that reads a listing and saves each page with its token is killed at a random moment (SIGKILL), again and
/// again, and started anew. <c>FLUENTPROFILES_KILLS</c> sets how often.</summary>
[Collection(AloneCollection.Name)]
public sealed class KilledRunTests
{
    private const int Profiles = 2_000;
    private const int MostRequestsBeforeDeath = 12;

    private readonly Random random = new(20261124);
    private readonly KilledProcess consumer;

    public KilledRunTests() => consumer = new(random);

    [Fact]
    public async Task KilledAtAnyMoment_GivesEveryProfileOnceAndInOrder()
    {
        await using var service = await TestService.StartAsync(Profiles);
        var left = Scale.Of("FLUENTPROFILES_KILLS", 12);
        foreach (var (name, query) in Repeated(Queries.ByName))
        {
            var expected = await query(service.Query()).ToListAsync();
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            var (killed, isComplete) = await KillAsync(service, path, name, left);
            if (!isComplete)
                await RunAsync(service, path, name, requests: null);
            using (Journal journal = new(path))
            {
                Assert.True(journal.IsComplete);
                Assert.Equal(expected, journal.Items);
            }
            File.Delete(path);
            left -= killed;
            if (left <= 0)
                break;
        }
    }

    private async Task<(int Killed, bool IsComplete)> KillAsync(TestService service, string path, string name, int most)
    {
        for (var killed = 0; killed < most; killed++)
        {
            if (!await RunAsync(service, path, name, random.Next(0, MostRequestsBeforeDeath)))
                return (killed, true);
        }
        return (most, false);
    }

    private Task<bool> RunAsync(TestService service, string path, string name, int? requests) =>
        consumer.RunAsync(service, requests, service.Emulator.BaseUrl, path, name);

    private static IEnumerable<T> Repeated<T>(IReadOnlyCollection<T> items)
    {
        while (true)
        {
            foreach (var item in items)
                yield return item;
        }
    }
}
