using System.Diagnostics;
using FluentProfiles.Tests.KilledConsumer;

namespace FluentProfiles.Tests.Reliability;

/// <summary>A process that reads a listing and saves each page with its token is killed at a random moment (SIGKILL), again and
/// again, and started anew. <c>FLUENTPROFILES_KILLS</c> sets how often.</summary>
[Collection(AloneCollection.Name)]
public sealed class KilledRunTests
{
    private const int Profiles = 2_000;
    private const int MostRequestsBeforeDeath = 12;
    private const int MostMicrosecondsMore = 3_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random random = new(20261124);

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

    /// <summary>Starts the process, and kills it after some requests and a moment more; null for never.</summary>
    /// <returns>Whether it was killed.</returns>
    private async Task<bool> RunAsync(TestService service, string path, string name, int? requests)
    {
        var (seen, moment) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        service.Emulator.Intercept = _ =>
        {
            if (Interlocked.Increment(ref seen) >= requests)
                moment.TrySetResult();
            return null;
        };
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(Journal).Assembly.Location, service.Emulator.BaseUrl, path, name])
        )!;
        var end = process.WaitForExitAsync();
        if (requests == 0)
            moment.TrySetResult();
        await Task.WhenAny(end, moment.Task).WaitAsync(Patience);
        if (!end.IsCompleted)
        {
            // Before the process has come up, too, where no request was to be waited for.
            var more = TimeSpan.FromMicroseconds(random.Next(MostMicrosecondsMore) * (requests == 0 ? 50 : 1));
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < more; )
                Thread.SpinWait(20);
            process.Kill();
        }
        await end.WaitAsync(Patience);
        service.Emulator.Intercept = null;
        return process.ExitCode != 0;
    }

    private static IEnumerable<T> Repeated<T>(IReadOnlyCollection<T> items)
    {
        while (true)
        {
            foreach (var item in items)
                yield return item;
        }
    }
}
