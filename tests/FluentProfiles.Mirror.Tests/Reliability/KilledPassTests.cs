using System.Diagnostics;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.KilledMirror;
using FluentProfiles.Tests;
using Microsoft.Data.Sqlite;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>A process that runs full passes is killed (SIGKILL) at random moments: while it starts, creates its tables, reads or
/// writes. The pass that goes on must end with exactly the profiles of the service. <c>FLUENTPROFILES_KILLS</c> sets how often the
/// process is killed on each database.</summary>
public sealed class KilledPassTests
{
    private const int Profiles = 700;
    private const int MostRequestsBeforeDeath = 10;
    private const int MostMicrosecondsMore = 40_000;
    private const int MostKills = 100;

    private readonly Random random = new(20261129);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassKilledAtAnyMoment_ResumesExactly(DatabaseKind kind)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Profiles = TestProfiles.Many(Profiles) });
        await using var database = await TestDatabase.CreateAsync(kind);
        RandomService changing = new(emulator, random, Profiles);
        var most = Math.Min(MostKills, Scale.Of("FLUENTPROFILES_KILLS", 5));
        for (var killed = 0; killed < most; )
        {
            for (var times = random.Next(1, 4); times > 0; times--)
                killed += await RunKilledAsync(emulator, database) ? 1 : 0;
            await AssertPassGoesOnAsync(emulator, database);
            changing.Change(times: 40);
        }
    }

    private static async Task AssertPassGoesOnAsync(ProfileEmulator emulator, TestDatabase database)
    {
        using var client = new ProfilesClient(new() { BaseUrl = emulator.BaseUrl, ApiKey = "key-of-a-test" });
        await using var mirror = await Replica.OpenAsync(client, KindOf(database), TargetOf(database));
        await mirror.RefreshAsync();
        await new SameAsService(emulator, mirror).AssertAsync();
    }

    /// <summary>Starts the process, and kills it after some requests and a moment more.</summary>
    /// <returns>Whether it was killed.</returns>
    private async Task<bool> RunKilledAsync(ProfileEmulator emulator, TestDatabase database)
    {
        var (seen, most) = (0, random.Next(MostRequestsBeforeDeath));
        TaskCompletionSource moment = new(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.Intercept = _ =>
        {
            if (Interlocked.Increment(ref seen) >= most)
                moment.TrySetResult();
            return null;
        };
        string[] arguments =
        [
            typeof(Replica).Assembly.Location,
            emulator.BaseUrl,
            KindOf(database),
            TargetOf(database),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        var end = process.WaitForExitAsync();
        if (most == 0)
            moment.TrySetResult();
        await Task.WhenAny(end, moment.Task).WaitAsync(TimeSpan.FromMinutes(10));
        if (!end.IsCompleted)
        {
            // Before its first request the process takes a second to start and to create the tables.
            var more = TimeSpan.FromMicroseconds(random.Next(MostMicrosecondsMore) * (most == 0 ? 50 : 1));
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < more; )
                Thread.SpinWait(20);
            process.Kill();
        }
        await end;
        emulator.Intercept = null;
        return process.ExitCode != 0;
    }

    private static string KindOf(TestDatabase database) =>
        database.Kind == DatabaseKind.Postgres ? Replica.Postgres : Replica.Sqlite;

    private static string TargetOf(TestDatabase database) =>
        database.Kind == DatabaseKind.Postgres
            ? database.Connection
            : new SqliteConnectionStringBuilder(database.Connection).DataSource;
}
