using System.Diagnostics;
using System.Globalization;
using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Xunit.Abstractions;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Four processes refresh one mirror. They are killed (SIGKILL) and suspended (SIGSTOP) for longer than their lease, and the
/// database restarts. <c>FLUENTPROFILES_SHARED_SECONDS</c> sets for how long; from 60 on the lease has its usual length.</summary>
public sealed class SharedMirrorTests(ITestOutputHelper output)
{
    private const int Long = 60;

    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestQuery = TimeSpan.FromSeconds(5);

    private readonly Random random = new(20261130);
    private readonly CancellationTokenSource end = new();

    [PostgresFact]
    public async Task ProcessesThatAreKilledAndSuspended_WriteOnlyUnderTheLease()
    {
        var seconds = Scale.Of("FLUENTPROFILES_SHARED_SECONDS", 5);
        var (lease, step) =
            seconds < Long
                ? (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.2))
                : (LeaseTiming.Default.Length, TimeSpan.FromSeconds(3.6));
        await using var shared = await SharedMirror.StartAsync(random, lease);
        var changes = ChangeAsync(shared);
        var reads = ReadAsync(shared);

        await DisturbAsync(shared, TimeSpan.FromSeconds(seconds), step);

        var takeOvers = await shared.TakeOversAsync();
        await end.CancelAsync();
        await changes;
        var (queries, longest) = await reads;
        await shared.EndProcessesAsync();
        var foreign = await shared.Audit.ForeignWritesAsync();
        var writes = await shared.Audit.WritesAsync();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{shared.Kills} kills, {shared.Suspensions} suspensions, {writes} writes, {foreign} foreign, {takeOvers.Count} take-overs in {takeOvers.DefaultIfEmpty().Max().TotalSeconds:0.0} s at most, {queries} queries in {longest.TotalSeconds:0.00} s at most, {shared.Log.Count(line => line.Contains("has lost the lease"))} leases lost alive"
            )
        );
        await shared.AssertIsSameAsync();
        await shared.AssertFeedIsCompleteAsync();
        Assert.Equal(0, foreign);
        Assert.True(writes > 0, string.Join('\n', shared.Log));
        // The short form shares the machine with other tests, and a restart may overlap each of its take-overs.
        if (seconds < Long)
            return;
        Assert.NotEmpty(takeOvers);
        Assert.All(takeOvers, time => Assert.InRange(time, TimeSpan.Zero, LongestTakeOver));
        Assert.InRange(longest, TimeSpan.Zero, LongestQuery);
    }

    /// <summary>Kills a process at each step, suspends one at each third, and restarts the database at each tenth.</summary>
    private async Task DisturbAsync(SharedMirror shared, TimeSpan time, TimeSpan step)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 1; Stopwatch.GetElapsedTime(start) < time; number++)
        {
            await Task.Delay(step * (0.5 + random.NextDouble()));
            await shared.KillAsync();
            if (number % 3 == 1)
                await shared.SuspendAsync(end.Token);
            if (number % 10 == 4)
                await shared.RestartDatabaseAsync(random.Next(2) == 0 ? "fast" : "immediate");
        }
    }

    private async Task ChangeAsync(SharedMirror shared)
    {
        while (!end.IsCancellationRequested)
        {
            shared.Change();
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Queries the mirror without a pause. Only a restart of the database may fail a query.</summary>
    private async Task<(int Queries, TimeSpan Longest)> ReadAsync(SharedMirror shared)
    {
        var (queries, longest) = (0, TimeSpan.Zero);
        for (; !end.IsCancellationRequested; queries++)
        {
            var (start, since) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
            try
            {
                await shared.Mirror.Query().Where(p => p.Metadata["k1"] == "3").OrderBy(p => p.Name).ToListAsync();
            }
            catch (MirrorDatabaseException failure)
            {
                // The restart is noted when it is done.
                await Task.Delay(TimeSpan.FromSeconds(2));
                Assert.True(shared.IsOutage(start) || shared.IsOutage(start.AddSeconds(1)), failure.ToString());
                continue;
            }
            var elapsed = Stopwatch.GetElapsedTime(since);
            longest = !shared.IsOutage(start) && elapsed > longest ? elapsed : longest;
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
        return (queries, longest);
    }
}
