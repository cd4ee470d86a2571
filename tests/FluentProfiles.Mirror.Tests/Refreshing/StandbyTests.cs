using System.Diagnostics;
using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Leasing;
using FluentProfiles.Mirror.Tests.Querying;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class StandbyTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AHostThatStops_LetsAnotherTakeOverAtOnce(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(50));
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        await using var second = await TestMirror.OpenAsync(hosted.Database, hosted.Mirror.Client);
        List<LeaseState> seen = [];
        var standby = second.Passes.Leases.StandByAsync(seen.Add, default);
        await UntilAsync(() => seen.Count > 0);
        Assert.Equal(hosted.Mirror.Passes.Leases.Owner, seen[0].Owner);
        var start = Stopwatch.GetTimestamp();

        await hosted.Host.StopAsync();
        await using var hold = await standby;

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, LeaseTiming.Default.Length * 0.8);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AHostBesideAnotherRefresher_WaitsAndTakesOver(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(50));
        OtherHolder other = new(hosted.Mirror.Store);
        await other.TakeAsync(TimeSpan.FromSeconds(1));

        await hosted.Host.StartAsync();
        await hosted.SettleAsync();

        Assert.Equal(["StandsBy", "Leased", "Planned"], hosted.Log.Entries.Select(entry => entry.Event).Take(3));
        Assert.Contains(OtherHolder.Name, hosted.Log.Entries[0].Text);
        Assert.Equal(50, (await hosted.Mirror.GetStatusAsync()).Rows);
        Assert.Equal(50, (await hosted.Mirror.RefreshAsync()).Read);

        await other.TakeAsync(TimeSpan.FromSeconds(1));
        await UntilAsync(() => hosted.Log.Entries.Count(entry => entry.Event == "Leased") == 2);

        Assert.Single(hosted.Log.Entries, entry => entry.Event == "Lost");
        Assert.DoesNotContain(hosted.Log.Entries, entry => entry.Event is "Failed" or "NotStarted");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AHostThatTakesOverAgain_FollowsAPlanForTheProfilesOfThen(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(50));
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        OtherHolder other = new(hosted.Mirror.Store);

        await hosted.Mirror.Store.PutAsync(TestProfiles.Many(150)[50..]);
        await other.TakeAsync(TimeSpan.FromSeconds(1));

        await UntilAsync(() => PlannedFor(hosted).Last() == "150");
    }

    [PostgresFact]
    public async Task ADatabaseThatIsLost_IsLoggedOnceAndAgainWhenItIsBack()
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Postgres);
        await using TransactionPooler pooler = new(database.Connection);
        await using var hosted = await HostedMirror.CreateAsync(
            TestDatabase.Over(pooler.Connection),
            TestProfiles.Many(50),
            options => options.Lease = new(TimeSpan.FromSeconds(2))
        );
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();

        var before = hosted.Emulator.Requests.Count;

        pooler.Cut();
        await UntilAsync(() => pooler.Refused > 6 && Count("DatabaseLost") > 0);
        pooler.Restore();
        await UntilAsync(() => Count("Leased") == 2);
        hosted.Clock.Advance(TimeSpan.FromMinutes(2));
        await UntilAsync(() => hosted.Emulator.Requests.Count > before);

        Assert.Equal((1, 1, 1), (Count("DatabaseLost"), Count("DatabaseBack"), Count("Lost")));
        Assert.Equal((0, 0), (Count("Failed"), Count("NotStarted")));

        int Count(string name) => hosted.Log.Entries.Count(entry => entry.Event == name);
    }

    private static IEnumerable<string> PlannedFor(HostedMirror hosted) =>
        hosted.Log.Entries.Where(entry => entry.Event == "Planned").Select(entry => entry.Text.Split(' ')[3]);

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        for (var start = Stopwatch.GetTimestamp(); !isTrue(); )
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
