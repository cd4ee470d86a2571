using System.Diagnostics;
using FluentProfiles.Benchmarks.Service;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Reliability;

/// <summary>What a sync of many rows with as many profiles came to, while every twentieth request fails. One row in fifty has
/// another name, one in fifty is new, and one in fifty is missing.</summary>
/// <param name="Plan">The counts of the plan.</param>
/// <param name="Report">What was written.</param>
/// <param name="RowBytes">Bytes alive for each row once all rows have been read.</param>
/// <param name="PlanBytes">Bytes alive for each row once the plan is made.</param>
/// <param name="Peak">The peak of the process's memory while it planned, above what it was before.</param>
/// <param name="PlanSeconds">How long reading and comparing took.</param>
/// <param name="WriteSeconds">How long the writes took.</param>
/// <param name="SecondSeconds">How long a second sync took, which wrote nothing.</param>
internal sealed record LargeSync(
    string Plan,
    string Report,
    double RowBytes,
    double PlanBytes,
    long Peak,
    double PlanSeconds,
    double WriteSeconds,
    double SecondSeconds
)
{
    private const string Faults =
        "--fault-seed 1 --status 429=0.015 --status 529=0.015 --refusal-header retry-after-ms=20 --reset-before 0.02";

    private static readonly SyncOptions Options = new() { OwnershipKey = "synced-by" };

    /// <param name="profiles">How many profiles there are.</param>
    /// <param name="clock">Of the waits before retries.</param>
    /// <exception cref="InvalidOperationException">The second sync still finds differences.</exception>
    public static async Task<LargeSync> RunAsync(int profiles, TimeProvider clock)
    {
        using var service = await EmulatorProcess.StartAsync(profiles, Faults.Split(' '));
        await using var flawless = ProfileEmulator.Create(new() { Count = profiles, LogRequests = false });
        using HttpClient toFlawless = new(flawless.CreateHandler());
        using ProfilesClient source = new(new() { BaseUrl = flawless.BaseUrl, ApiKey = "any-key" }, toFlawless);
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                AttemptTimeout = TimeSpan.FromMinutes(5),
                TotalTimeout = TimeSpan.FromMinutes(10),
                TimeProvider = clock,
            }
        );

        var before = GC.GetTotalMemory(forceFullCollection: true);
        FirstPage first = new();
        var watch = Stopwatch.StartNew();
        Options.Progress = first;
        var plan = await PlanAsync(client, source);
        Options.Progress = null;
        var planned = watch.Elapsed;
        var after = GC.GetTotalMemory(forceFullCollection: true);

        watch.Restart();
        var report = await plan.ApplyAsync(client, new() { Concurrency = 32 });
        var written = watch.Elapsed;

        watch.Restart();
        var second = await PlanAsync(client, source);
        // What failed in the first run is left to the second.
        if (second.Creates + second.Updates > report.Failed)
            throw new InvalidOperationException($"The second sync still finds differences: {second}");
        return new(
            Counts(plan),
            report.ToString(),
            (double)(first.Bytes - before) / profiles,
            (double)(after - before) / profiles,
            first.Peak - before,
            planned.TotalSeconds,
            written.TotalSeconds,
            watch.Elapsed.TotalSeconds
        );
    }

    private static Task<SyncPlan> PlanAsync(ProfilesClient client, ProfilesClient source) =>
        client.PlanSyncAsync(
            RowsOf(source),
            row => row.Key,
            p => p.ExternalUserDetails.ReferenceId,
            row =>
                new()
                {
                    Name = row.Value,
                    ExternalUserDetails = new() { ReferenceId = row.Key },
                },
            Options
        );

    /// <summary>The rows, as a database would stream them.</summary>
    private static async IAsyncEnumerable<KeyValuePair<string, string?>> RowsOf(ProfilesClient source)
    {
        var number = 0;
        await foreach (
            var (key, name) in source
                .Query()
                .Select(p => new KeyValuePair<string, string?>(p.ExternalUserDetails.ReferenceId!, p.Name))
        )
        {
            switch (number++ % 50)
            {
                case 0:
                    yield return new(key, "New name of " + key);
                    break;
                case 1:
                    yield return new("new-" + key, "New");
                    break;
                default:
                    yield return new(key, name);
                    break;
            }
        }
    }

    private static string Counts(SyncPlan plan) => plan.ToString().Split(Environment.NewLine)[0];

    /// <summary>Measures what is alive when the first page of profiles has come, which is after the last row.</summary>
    private sealed class FirstPage : IProgress<SyncProgress>
    {
        public long Bytes { get; private set; }

        public long Peak { get; private set; }

        public void Report(SyncProgress value)
        {
            if (Bytes == 0)
                Bytes = GC.GetTotalMemory(forceFullCollection: true);
            Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: false));
        }
    }
}
