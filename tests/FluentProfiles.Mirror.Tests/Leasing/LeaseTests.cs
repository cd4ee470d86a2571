using System.Diagnostics;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Leasing;

public sealed class LeaseTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.5);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheLeaseOfADeadProcess_IsWaitedFor(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await new OtherHolder(service.Mirror.Store).TakeAsync(Soon);
        var start = Stopwatch.GetTimestamp();

        await service.Mirror.RefreshAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(start), Soon * 0.9, TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await service.Mirror.Store.ReadScopeAsync(default)).LeaseTerm);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AHolderThatRenews_IsBusy(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        OtherHolder other = new(service.Mirror.Store);
        await other.TakeAsync(TimeSpan.FromMinutes(10));

        var pass = service.Mirror.RefreshAsync();
        Task[] calls = [service.Mirror.RefreshNewAsync(), service.Mirror.ApproveAsync(7), service.Mirror.ResetAsync()];
        while (!pass.IsCompleted)
        {
            await other.SetEndAsync(TimeSpan.FromMinutes(10));
            await Task.WhenAny(pass, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        var busy = await Assert.ThrowsAsync<MirrorBusyException>(() => pass);
        Assert.Equal(OtherHolder.Name, busy.Owner);
        Assert.InRange(busy.Since, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.StartsWith($"{OtherHolder.Name} has refreshed this mirror since ", busy.Message);
        await other.SetEndAsync(TimeSpan.FromMinutes(10));
        foreach (var call in calls)
            await Assert.ThrowsAsync<MirrorBusyException>(() => call);
        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal((OtherHolder.Name, 150, null), (status.Refresher, status.Rows, status.LastError));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassWhoseLeaseAnotherProcessTook_WritesNothingMore(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        OtherHolder other = new(service.Mirror.Store);
        var pages = 0;
        service.Emulator.BeforeResponse = (_, _) =>
            ++pages == 4 ? other.TakeAsync(TimeSpan.FromSeconds(2)) : Task.CompletedTask;

        var failure = await Assert.ThrowsAsync<MirrorLeaseLostException>(() => service.Mirror.RefreshAsync());

        Assert.StartsWith(
            $"The process {OtherHolder.Name} has taken over the lease of the mirror. Nothing was written. ",
            failure.Message
        );
        var status = await service.Mirror.GetStatusAsync();
        Assert.InRange(status.Rows, 200, 300);
        Assert.Equal((OtherHolder.Name, null), (status.Refresher, status.LastError));
        service.Emulator.BeforeResponse = null;
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
    }

    [Fact]
    public async Task ALeaseThatWasTakenAndReleased_IsLost()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(450));
        OtherHolder other = new(service.Mirror.Store);
        var pages = 0;
        service.Emulator.BeforeResponse = (_, _) => ++pages == 4 ? other.TakeAndReleaseAsync() : Task.CompletedTask;

        var failure = await Assert.ThrowsAsync<MirrorLeaseLostException>(() => service.Mirror.RefreshAsync());

        Assert.StartsWith(
            "Another process took over the lease of the mirror and has released it since. Nothing was written. ",
            failure.Message
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassWhoseLeaseHasEnded_GoesOnIfNobodyTookIt(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        OtherHolder other = new(service.Mirror.Store);
        var pages = 0;
        service.Emulator.BeforeResponse = (_, _) =>
            ++pages == 4 ? other.SetEndAsync(TimeSpan.FromSeconds(-1)) : Task.CompletedTask;

        await service.Mirror.RefreshAsync();

        Assert.Equal(1, (await service.Mirror.Store.ReadScopeAsync(default)).LeaseTerm);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task PassesOfOneMirror_ShareItsLease(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        var leases = service.Mirror.Passes.Leases;
        var hold = await leases.HoldAsync(default);

        await Task.WhenAll(
            service.Mirror.RefreshAsync(),
            service.Mirror.RefreshNewAsync(),
            service.Mirror.RefreshStatusesAsync()
        );

        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal(leases.Owner, status.Refresher);
        Assert.StartsWith($"{Environment.MachineName}/{Environment.ProcessId}/", status.Refresher);
        Assert.Equal(2, (await service.Mirror.Store.ReadScopeAsync(default)).LeaseTerm);
        await hold.DisposeAsync();
        Assert.Null((await service.Mirror.GetStatusAsync()).Refresher);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TwoMirrorsOfOneProcess_AreTwoHolders(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await using var second = await Querying.TestMirror.OpenAsync(service.Database, service.Mirror.Client);
        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);

        var busy = await Assert.ThrowsAsync<MirrorBusyException>(() => second.RefreshAsync());

        Assert.Equal(service.Mirror.Passes.Leases.Owner, busy.Owner);
        Assert.Equal(1, hold.Term);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATransactionLongerThanTheLease_KeepsIt(DatabaseKind kind)
    {
        var length = TimeSpan.FromSeconds(0.8);
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(3),
            options => options.Lease = new(length)
        );
        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);

        await hold.Store.WriteAsync((_, token) => Task.Delay(length * 1.5, token), default);

        Assert.False(hold.Lost.IsCancellationRequested);
        await hold.Store.WriteAsync((_, _) => Task.CompletedTask, default);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClockOfTheDatabaseThatWasSetBack_KeepsNoDeadHolderAlive(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(3),
            options => options.Lease = new(TimeSpan.FromSeconds(1))
        );
        await new OtherHolder(service.Mirror.Store).TakeAsync(TimeSpan.FromHours(1));

        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);

        Assert.Equal(2, hold.Term);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AWaitForTheLease_CanBeCancelled(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3));
        await new OtherHolder(service.Mirror.Store).TakeAsync(TimeSpan.FromHours(1));
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Mirror.RefreshAsync(cancellationToken: stop.Token)
        );

        Assert.Empty(service.Requests);
    }

    [Theory]
    [OnSqlite]
    public async Task Indexes_AreDroppedAndBuiltUnderTheLeaseAlone(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3));
        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);
        await new OtherHolder(service.Mirror.Store).TakeAsync(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<MirrorLeaseLostException>(() =>
            hold.Store.WriteAsync((writer, token) => SecondaryIndexes.DropAsync(writer.Session, token), default)
        );

        Assert.True(hold.Lost.IsCancellationRequested);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ClocksThatJumpAnHourBothWays_ChangeNothing(DatabaseKind kind)
    {
        JumpingClock clock = new();
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(450),
            configureClient: options => options.TimeProvider = clock
        );
        await using var second = await Querying.TestMirror.OpenAsync(
            service.Database,
            service.Mirror.Client,
            new() { MaxRequestsPerSecond = null }
        );
        Reliability.RandomService changing = new(service.Emulator, new(7), 450);
        var hours = 0;
        service.Emulator.BeforeResponse = (_, _) =>
        {
            clock.WrongBy = TimeSpan.FromHours(hours++ % 3 - 1);
            return Task.CompletedTask;
        };
        for (var round = 0; round < 3; round++)
        {
            foreach (var mirror in new[] { service.Mirror, second })
            {
                await mirror.RefreshAsync();
                await service.AssertIsSameAsync();
                changing.Change(times: 10);
                await mirror.RefreshNewAsync();
                await mirror.RefreshStatusesAsync();
            }
        }

        var scope = await service.Mirror.Store.ReadScopeAsync(default);
        Assert.Equal((18, null), (scope.LeaseTerm, scope.LeaseOwner));
        Assert.InRange(hours, 40, 1000);
    }

    /// <summary>A clock that is set while time goes on.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        public TimeSpan WrongBy { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + WrongBy;
    }
}
