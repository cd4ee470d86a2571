using System.Diagnostics;
using FluentProfiles.Benchmarks.Service;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Reliability;

/// <summary>What a scan came to whose every twelfth request fails. It holds each profile against that of a service in which
/// nothing goes wrong.</summary>
/// <param name="Profiles">How many came: each once, in the listing's order.</param>
/// <param name="Requests">The requests sent for them.</param>
/// <param name="Retries">How many of those were sent again.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Early">Bytes alive after a tenth of the profiles.</param>
/// <param name="Late">Bytes alive before the last profile.</param>
internal sealed record FaultyScan(long Profiles, long Requests, long Retries, double Seconds, long Early, long Late)
{
    private const string Faults =
        "--fault-seed 1 --status 429=0.025 --status 529=0.025 --refusal-header retry-after-ms=20"
        + " --reset-before 0.005 --reset-within 0.01 --reset-after 0.005 --truncated 0.01";

    /// <param name="profiles">How many to scan.</param>
    /// <param name="clock">Of the waits before retries.</param>
    /// <exception cref="InvalidOperationException">A profile came twice, out of its turn or never.</exception>
    public static async Task<FaultyScan> RunAsync(int profiles, TimeProvider clock)
    {
        using var service = await EmulatorProcess.StartAsync(profiles, Faults.Split(' '));
        await using var flawless = ProfileEmulator.Create(new() { Count = profiles, LogRequests = false });
        using HttpClient toFlawless = new(flawless.CreateHandler());
        using ProfilesClient reference = new(new() { BaseUrl = flawless.BaseUrl, ApiKey = "any-key" }, toFlawless);
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                AttemptTimeout = TimeSpan.FromMinutes(5),
                TimeProvider = clock,
            }
        );
        await using var expected = reference.Query().Select(p => p.Id).GetAsyncEnumerator();
        return await CompareAsync(client.Query(), expected, profiles);
    }

    private static async Task<FaultyScan> CompareAsync(
        ProfileQuery<UserProfile> query,
        IAsyncEnumerator<string> expected,
        int profiles
    )
    {
        var watch = Stopwatch.StartNew();
        LastProgress progress = new();
        var (read, early, late) = (0, 0L, 0L);
        await foreach (var profile in query.WithProgress(progress))
        {
            if (!await expected.MoveNextAsync() || expected.Current != profile.Id)
                throw new InvalidOperationException($"Behind {read} profiles comes the wrong one.");
            read++;
            if (read == profiles / 10)
                early = GC.GetTotalMemory(forceFullCollection: true);
            if (read == profiles - 1)
                late = GC.GetTotalMemory(forceFullCollection: true);
        }
        if (await expected.MoveNextAsync())
            throw new InvalidOperationException($"After {read} profiles the scan ended too early.");
        var last = progress.Last!;
        return new(read, last.Requests, last.Retries, watch.Elapsed.TotalSeconds, early, late);
    }
}
