using System.Diagnostics;
using FluentProfiles.Emulator;
using Xunit.Abstractions;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Sixty-four queries at once, each cancelled at a random moment, and the next one begun: nothing hangs, and nothing
/// stays behind. <c>FLUENTPROFILES_CANCEL_SECONDS</c> sets for how long.</summary>
[Collection(AloneCollection.Name)]
public sealed class RandomCancellationTests(ITestOutputHelper output)
{
    private const int Workers = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Scale.Of("FLUENTPROFILES_CANCEL_SECONDS", 3));

    private static readonly string[] Some = TestProfiles.Ids(Enumerable.Range(20, 12));

    private static readonly Func<ProfilesClient, CancellationToken, Task>[] Runs =
    [
        async (client, ct) => await client.Query().WithPageSize(10).ToListAsync(ct),
        async (client, ct) => await client.Query().WithPageSize(7).WithPrefetch(4).CountAsync(ct),
        async (client, ct) => await client.Query().WithPageSize(10).WithTwoEndedScan().ToListAsync(ct),
        async (client, ct) => await client.Query().WithDetails(3).Take(20).ToListAsync(ct),
        async (client, ct) => await client.Query().Where(p => Some.Contains(p.Id)).ToListAsync(ct),
        async (client, ct) => await client.Query().ToPageAsync(35, null, ct),
        async (client, ct) => await client.Query().ForEachAsync((_, _) => ValueTask.CompletedTask, 3, ct),
        async (client, ct) => await client.GetAsync(Some[0], cancellationToken: ct),
        async (client, ct) => await client.UpdateAsync(Some[1], new() { Name = "Ada" }, cancellationToken: ct),
    ];

    private int done;
    private int cancelled;
    private int failed;

    [Fact]
    public async Task QueriesCancelledAtRandom_LeaveNothingBehind()
    {
        await RunAsync(TimeSpan.FromSeconds(1));
        var before = Footprint.Settled(null);
        (done, cancelled, failed) = (0, 0, 0);

        await RunAsync(Duration);

        var after = Footprint.Settled(before);
        output.WriteLine($"{done} completed, {cancelled} cancelled, {failed} failed; {before} -> {after}");
        Assert.True(cancelled > Workers, $"{cancelled} were cancelled.");
        Assert.True(after.IsWithin(before), $"{before} -> {after}");
    }

    private async Task RunAsync(TimeSpan duration)
    {
        await using var service = await ProfileEmulator.StartAsync(
            new()
            {
                Profiles = TestProfiles.Many(200),
                LogRequests = false,
                Faults = new()
                {
                    Statuses = { [429] = 0.01, [503] = 0.02 },
                    RefusalHeaders = { ["retry-after-ms"] = "20" },
                    Truncated = 0.01,
                },
            }
        );
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.BaseUrl,
                TokenProvider = async _ =>
                {
                    await Task.Yield();
                    return TestService.Key;
                },
            }
        );
        using var background = client.CreateBackgroundClient(200);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(number => WorkAsync(number % 8 == 0 ? background : client, new Random(number)))
        );

        async Task WorkAsync(ProfilesClient ofWorker, Random random)
        {
            while (watch.Elapsed < duration)
                await CancelAsync(ofWorker, random);
        }
    }

    private async Task CancelAsync(ProfilesClient client, Random random)
    {
        using CancellationTokenSource stop = new();
        var run = Runs[random.Next(Runs.Length)](client, stop.Token);
        stop.CancelAfter(random.Next(60));
        try
        {
            await run.WaitAsync(Patience);
            Interlocked.Increment(ref done);
        }
        catch (OperationCanceledException cancellation)
        {
            Assert.Equal(stop.Token, cancellation.CancellationToken);
            Interlocked.Increment(ref cancelled);
        }
        catch (ProfilesException)
        {
            Interlocked.Increment(ref failed);
        }
    }
}
