using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.KilledMirror;
using FluentProfiles.Tests;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Several processes ask for the same references of a service that fails, loses answers and lists new profiles late, while they
/// are killed (SIGKILL) and the database restarts. <c>FLUENTPROFILES_REFERENCES</c> sets how many references; from 500 on there are
/// eight processes, and the service lists new profiles after three seconds.</summary>
public sealed class ReferenceProcessTests(ITestOutputHelper output)
{
    private static readonly int References = Scale.Of("FLUENTPROFILES_REFERENCES", 40);

    private static bool IsLong => References >= 500;

    private static TimeSpan ListingDelay => IsLong ? TimeSpan.FromSeconds(3) : TimeSpan.FromMilliseconds(300);

    private static TimeSpan Window => ListingDelay * 4;

    private readonly Random random = new(20261129);
    private readonly ConcurrentQueue<string> lines = [];
    private int kills;
    private int restarts;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ProcessesThatAreKilled_LeaveOneProfileForEachReference(DatabaseKind kind)
    {
        await using var emulator = await ProfileEmulator.StartAsync(
            new() { Profiles = TestProfiles.Many(200), Faults = Faults() }
        );
        var creates = 0;
        emulator.Intercept = request =>
        {
            if (request.Method == "POST")
                Interlocked.Increment(ref creates);
            return null;
        };
        await using var cluster = kind == DatabaseKind.Postgres ? await PostgresCluster.StartAsync() : null;
        await using var database = cluster is null
            ? await TestDatabase.CreateAsync(kind)
            : TestDatabase.Over(await cluster.CreateOwnDatabaseAsync());
        using var client = new ProfilesClient(new() { BaseUrl = emulator.BaseUrl, ApiKey = "key-of-a-test" });
        await using var mirror = await ReferenceWork.OpenAsync(client, KindOf(database), TargetOf(database), Window);
        await RefreshAsync(mirror);
        var start = Stopwatch.GetTimestamp();

        await RunAsync(emulator, database, cluster);

        var time = Stopwatch.GetElapsedTime(start);
        while ((await mirror.GetStatusAsync()).Rows < emulator.Profiles.Count)
            await RefreshAsync(mirror);
        await RefreshAsync(mirror);
        var unresolved = (await mirror.UnresolvedClaimsAsync()).Select(claim => claim.Reference).ToHashSet();
        var created = emulator
            .Profiles.Where(profile => profile.Name == profile.ExternalUserDetails.ReferenceId)
            .ToLookup(profile => profile.Name!, profile => profile.Id);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {References} references, {created.Count} profiles, {unresolved.Count} unresolved, {creates} creates arrived, {kills} kills, {restarts} restarts, {emulator.Requests.Count} requests, {time.TotalSeconds:0} s"
            )
        );
        Assert.All(created, profiles => Assert.Single(profiles));
        Assert.All(
            Enumerable.Range(0, References).Select(number => $"customer-{number}"),
            reference => Assert.True(created.Contains(reference) ^ unresolved.Contains(reference), reference)
        );
        Assert.All(
            lines.Select(line => line.Split(' ')).Where(line => line[1] != "unresolved"),
            line => Assert.Equal(created[line[0]].Single(), line[1])
        );
    }

    private static EmulatorFaults Faults() =>
        new()
        {
            Statuses = new Dictionary<int, double>
            {
                [429] = 0.01,
                [529] = 0.01,
                [500] = 0.002,
            },
            RefusalHeaders = new Dictionary<string, string> { ["retry-after-ms"] = "20" },
            ResetBefore = 0.02,
            ResetWithin = 0.004,
            ResetAfter = 0.004,
            ListingDelay = ListingDelay,
        };

    private async Task RunAsync(ProfileEmulator emulator, TestDatabase database, PostgresCluster? cluster)
    {
        var processes = Enumerable.Range(0, IsLong ? 8 : 3).Select(_ => Start(emulator, database)).ToArray();
        var most = IsLong ? 60 : 3;
        while (processes.Any(process => !process.HasExited))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(IsLong ? 2_000 : 800)));
            if (kills < most)
            {
                var victim = random.Next(processes.Length);
                if (processes[victim].HasExited)
                    continue;
                processes[victim].Kill();
                kills++;
                await processes[victim].WaitForExitAsync();
            }
            if (IsLong && cluster is not null && kills % 20 == 10 && restarts < kills / 10)
            {
                await cluster.RestartAsync(restarts++ % 2 == 0 ? "fast" : "immediate");
            }
            // One that was killed, or did not find the database, starts anew.
            for (var i = 0; i < processes.Length; i++)
            {
                if (processes[i].HasExited && processes[i].ExitCode != 0)
                    processes[i] = Start(emulator, database);
            }
        }
        foreach (var process in processes)
            await process.WaitForExitAsync();
    }

    private Process Start(ProfileEmulator emulator, TestDatabase database)
    {
        string[] arguments =
        [
            typeof(Replica).Assembly.Location,
            "references",
            emulator.BaseUrl,
            KindOf(database),
            TargetOf(database),
            References.ToString(CultureInfo.InvariantCulture),
            Window.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split(' ') is [_, _])
                lines.Enqueue(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task RefreshAsync(ProfileMirror mirror)
    {
        while (true)
        {
            try
            {
                await mirror.RefreshAsync();
                return;
            }
            catch (ProfilesException)
            {
                // The next pass goes on.
            }
        }
    }

    private static string KindOf(TestDatabase database) =>
        database.Kind == DatabaseKind.Postgres ? Replica.Postgres : Replica.Sqlite;

    private static string TargetOf(TestDatabase database) =>
        database.Kind == DatabaseKind.Postgres
            ? database.Connection
            : new SqliteConnectionStringBuilder(database.Connection).DataSource;
}
