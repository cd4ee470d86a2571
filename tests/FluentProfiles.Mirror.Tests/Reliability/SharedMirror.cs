using System.Diagnostics;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Reliability;

/// <summary>Four processes that refresh one mirror on a PostgreSQL of its own, of a service that changes all the time.</summary>
internal sealed class SharedMirror : IAsyncDisposable
{
    private const int Profiles = 400;

    // The clock of each process is wrong in another way.
    private static readonly TimeSpan[] WrongBy =
    [
        TimeSpan.Zero,
        TimeSpan.FromHours(-1),
        TimeSpan.FromHours(1),
        TimeSpan.FromMinutes(3),
    ];

    private readonly Random random;
    private readonly TimeSpan lease;
    private readonly ProfileEmulator emulator;
    private readonly PostgresCluster cluster;
    private readonly TestDatabase database;
    private readonly RandomService changing;
    private readonly MirrorProcess[] processes = new MirrorProcess[WrongBy.Length];
    private readonly List<MirrorProcess> ended = [];
    private readonly List<DateTimeOffset> holdersLost = [];
    private readonly List<(DateTimeOffset Start, DateTimeOffset End)> outages = [];

    private SharedMirror(
        Random random,
        TimeSpan lease,
        ProfileEmulator emulator,
        PostgresCluster cluster,
        TestDatabase database
    )
    {
        (this.random, this.lease) = (random, lease);
        (this.emulator, this.cluster, this.database) = (emulator, cluster, database);
        changing = new(emulator, random, Profiles);
        Audit = new(database);
        Mirror = Open();
    }

    public WriteAudit Audit { get; }

    /// <summary>A mirror of this process, which only reads.</summary>
    public ProfileMirror Mirror { get; }

    public int Kills { get; private set; }

    public int Suspensions { get; private set; }

    /// <summary>What the processes have logged.</summary>
    public IEnumerable<string> Log => ended.Concat(processes).SelectMany(process => process.Log);

    public static async Task<SharedMirror> StartAsync(Random random, TimeSpan lease)
    {
        var emulator = await ProfileEmulator.StartAsync(new() { Profiles = TestProfiles.Many(Profiles) });
        var cluster = await PostgresCluster.StartAsync();
        SharedMirror shared = new(random, lease, emulator, cluster, await TestDatabase.CreateWithTablesAsync(cluster));
        await shared.Audit.InstallAsync();
        for (var i = 0; i < WrongBy.Length; i++)
            shared.Start(i);
        await shared.WaitAsync(async () => (await shared.Mirror.GetStatusAsync()).IsReady);
        return shared;
    }

    public void Change() => changing.Change(times: 3);

    public async Task KillAsync()
    {
        var place = random.Next(2) == 0 ? await HolderAsync() : random.Next(processes.Length);
        await NoteIfHolderAsync(place);
        processes[place].Kill();
        ended.Add(processes[place]);
        Kills++;
        Start(place);
    }

    /// <summary>Suspends the holder for longer than its lease.</summary>
    public async Task SuspendAsync(CancellationToken cancellationToken)
    {
        var place = await HolderAsync();
        var process = processes[place];
        if (process.IsSuspended)
            return;
        await NoteIfHolderAsync(place);
        process.Suspend();
        Suspensions++;
        _ = ContinueAsync();

        async Task ContinueAsync()
        {
            await Task.Delay(lease * 1.5, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
                process.Continue();
        }
    }

    public async Task RestartDatabaseAsync(string mode)
    {
        var start = DateTimeOffset.UtcNow;
        await cluster.RestartAsync(mode);
        await using (NpgsqlConnection connection = new(database.Connection))
            NpgsqlConnection.ClearPool(connection);
        outages.Add((start, DateTimeOffset.UtcNow.AddSeconds(2)));
    }

    /// <summary>True for a time at which the database may not have answered.</summary>
    public bool IsOutage(DateTimeOffset at) => outages.Any(outage => at >= outage.Start && at <= outage.End);

    /// <summary>How long the mirror had no holder after each loss of one, without the times of an outage. A holder that goes on before
    /// another process takes its lease keeps it: of its losses before a take-over the last one counts.</summary>
    public async Task<List<TimeSpan>> TakeOversAsync()
    {
        var last = holdersLost.DefaultIfEmpty().Max();
        await WaitAsync(async () =>
            (await Audit.TakenAsync()).Any(taken => taken.At > last) || await IsHolderRunningAsync()
        );
        var taken = await Audit.TakenAsync();
        return
        [
            .. taken
                .Select(next => (Lost: holdersLost.FindLast(lost => lost < next.At), next.At))
                .Where(one => one.Lost != default)
                .DistinctBy(one => one.Lost)
                .Where(one => !outages.Any(outage => outage.End >= one.Lost && outage.Start <= one.At))
                .Select(one => one.At - one.Lost),
        ];
    }

    public async Task EndProcessesAsync()
    {
        foreach (var process in processes)
            await process.EndAsync();
    }

    /// <summary>A pass of this process over the service at rest must give exactly its profiles. The first one resumes what a killed process
    /// has begun, so it has pages of before.</summary>
    public async Task AssertIsSameAsync()
    {
        await Mirror.RefreshAsync();
        await Mirror.RefreshAsync();
        await new SameAsService(emulator, Mirror).AssertAsync();
    }

    /// <summary>Whoever applies the feed to the profiles of the first load has those that there are now.</summary>
    public async Task AssertFeedIsCompleteAsync()
    {
        var ids = Enumerable.Range(0, Profiles).Select(TestProfiles.IdOf).ToHashSet();
        await foreach (var change in Mirror.ChangesAsync())
        {
            if (change.Kind == MirrorChangeKind.Removed)
                Assert.True(ids.Remove(change.ProfileId), $"{change.ProfileId} is removed twice, or was never there.");
            else if (change.Kind == MirrorChangeKind.Created)
                Assert.True(ids.Add(change.ProfileId), $"{change.ProfileId} is created twice.");
            else
                Assert.Contains(change.ProfileId, ids);
        }
        Assert.Equal(
            emulator.Profiles.Select(profile => profile.Id).Order(StringComparer.Ordinal),
            ids.Order(StringComparer.Ordinal)
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in ended.Concat(processes))
        {
            await process.EndAsync();
            process.Dispose();
        }
        await Mirror.DisposeAsync();
        Mirror.Client.Dispose();
        await Audit.DisposeAsync();
        await database.DisposeAsync();
        await cluster.DisposeAsync();
        await emulator.DisposeAsync();
    }

    private void Start(int place) =>
        processes[place] = new(emulator.BaseUrl, database.Connection, lease, WrongBy[place]);

    private async Task<int> HolderAsync()
    {
        var holder = await Audit.HolderAsync();
        var place = Array.FindIndex(processes, process => $"{process.Id}" == holder);
        return place < 0 ? random.Next(processes.Length) : place;
    }

    private async Task<bool> IsHolderRunningAsync()
    {
        var holder = await Audit.HolderAsync();
        return processes.Any(process => !process.IsSuspended && $"{process.Id}" == holder);
    }

    private async Task NoteIfHolderAsync(int place)
    {
        if (!processes[place].IsSuspended && await Audit.HolderAsync() == $"{processes[place].Id}")
            holdersLost.Add(DateTimeOffset.UtcNow);
    }

    private ProfileMirror Open()
    {
        ProfileMirrorOptions options = new();
        KilledMirror.Replica.Configure(options, lease);
        ProfilesClient client = new(new() { BaseUrl = emulator.BaseUrl, ApiKey = "key-of-a-test" });
        return ProfileMirror.Create(client, database.Contexts(), options);
    }

    private async Task WaitAsync(Func<Task<bool>> isTrue)
    {
        for (var start = Stopwatch.GetTimestamp(); !await isTrue(); )
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(2), string.Join('\n', Log));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
