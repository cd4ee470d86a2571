using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Leasing;

/// <summary>Whoever locks the row of the scope, or the file of SQLite, for longer than a lease keeps its holder from renewing it.</summary>
public sealed class LockedRowTests
{
    private static readonly LeaseTiming Short = new(TimeSpan.FromSeconds(0.7));

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassThatCanNotRenewItsLease_GoesOnWithItAfterwards(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        var pages = 0;
        service.Emulator.BeforeResponse = async (_, _) =>
        {
            if (++pages == 3)
                await LockUntilTheLeaseHasEndedAsync(service);
        };

        await service.Mirror.RefreshAsync();

        var scope = await service.Mirror.Store.ReadScopeAsync(default);
        Assert.Equal((1, null), (scope.LeaseTerm, scope.LeaseOwner));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProcessThatStandsBy_LetsTheHolderRenewFirst(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind, new(TimeSpan.FromSeconds(3)));
        await using var second = await service.OpenAnotherAsync(options =>
            options.Lease = new(TimeSpan.FromSeconds(3))
        );
        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);
        using CancellationTokenSource stop = new();
        var standsBy = second.Passes.Leases.StandByAsync(_ => { }, stop.Token);

        await LockUntilTheLeaseHasEndedAsync(service);
        await UntilAsync(async () => !(await StateAsync(service)).IsFree);
        await hold.Store.WriteAsync((_, _) => Task.CompletedTask, default);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => standsBy);
        Assert.Equal(1, (await StateAsync(service)).Term);
        Assert.False(hold.Lost.IsCancellationRequested);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Requests_WaitUntilTheLeaseIsCertainAgain(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);
        using CancellationTokenSource stop = new();
        Task reading;
        await using (await WriteLock.TakeAsync(service.Database))
        {
            // Behind the end of the last renewal, which may have been under way, nothing but a further one extends it.
            await UntilAsync(async () => (await StateAsync(service)).IsFree);
            await UntilAsync(() => Task.FromResult(!hold.CertainAsync(stop.Token).IsCompleted));
            reading = service.Mirror.Passes.CreateService(hold).ReadAsync([TestProfiles.IdOf(1)], default);
            Assert.False(reading.IsCompleted);
            Assert.Empty(service.Requests);
        }

        await reading;

        await stop.CancelAsync();
        Assert.Single(service.Requests);
        Assert.Equal(1, (await StateAsync(service)).Term);
    }

    [PostgresFact]
    public async Task ALockThatOutlastsTheRenewals_LeavesTheLease()
    {
        await using var service = await StartAsync(DatabaseKind.Postgres);
        var hasty = TestDatabase.Over($"{service.Database.Connection};Command Timeout=1");
        BrokenConnections connections = new(hasty);
        await using var mirror = await ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() =>
                new(hasty.OptionsOf<OrdersContext>(options => options.AddInterceptors(connections)))
            ),
            new() { Lease = Short }
        );
        await using var hold = await mirror.Passes.Leases.HoldAsync(default);

        await using (await WriteLock.TakeAsync(service.Database))
        {
            // A further connection is opened when a renewal has failed.
            var before = connections.Opened;
            await UntilAsync(() =>
                Task.FromResult(connections.Opened > before + 2 || hold.Lost.IsCancellationRequested)
            );
        }

        Assert.False(hold.Lost.IsCancellationRequested);
        await hold.Store.WriteAsync((_, _) => Task.CompletedTask, default);
        Assert.Equal(1, (await StateAsync(service)).Term);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AHolderWhoseLeaseWasTaken_LosesItAsSoonAsItCanRead(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await using var hold = await service.Mirror.Passes.Leases.HoldAsync(default);

        await new OtherHolder(service.Mirror.Store).TakeAsync(TimeSpan.FromHours(1));
        await UntilAsync(() => Task.FromResult(hold.Lost.IsCancellationRequested));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Mirror.Passes.CreateService(hold).ReadAsync([TestProfiles.IdOf(1)], hold.Lost)
        );
        await Assert.ThrowsAsync<MirrorLeaseLostException>(() =>
            hold.Store.WriteAsync((_, _) => Task.CompletedTask, default)
        );
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ADatabaseThatFails_EndsTheLease()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite);
        var fails = false;
        await using var mirror = await ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() => fails ? throw new IOException("Gone.") : service.Database.Context()),
            new() { Lease = Short }
        );
        await using var hold = await mirror.Passes.Leases.HoldAsync(default);

        fails = true;

        await UntilAsync(() => Task.FromResult(hold.Lost.IsCancellationRequested));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALeaseThatHasEnded_IsTakenAtTheSecondLook(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await new OtherHolder(service.Mirror.Store).TakeAsync(TimeSpan.FromSeconds(-1));
        LeaseRow row = new(service.Mirror.Store, LeaseTiming.Default);
        LeaseWatch watch = new(LeaseTiming.Default);

        var (state, taken) = await row.TakeAsync("me", watch, default);
        Assert.Null(taken);
        watch.NoteNotTaken(state);
        (state, taken) = await row.TakeAsync("me", watch, default);

        Assert.Equal(OtherHolder.Name, state.Owner);
        await taken!.DisposeAsync();
        Assert.Equal(2, taken.Term);
    }

    private static Task<MirroredService> StartAsync(DatabaseKind kind, LeaseTiming? timing = null) =>
        MirroredService.StartAsync(kind, TestProfiles.Many(450), options => options.Lease = timing ?? Short);

    private static async Task LockUntilTheLeaseHasEndedAsync(MirroredService service)
    {
        await using var held = await WriteLock.TakeAsync(service.Database);
        await UntilAsync(async () => (await StateAsync(service)).IsFree);
    }

    private static Task<LeaseState> StateAsync(MirroredService service) =>
        new LeaseRow(service.Mirror.Store, Short).ReadAsync(default);

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using CancellationTokenSource late = new(TimeSpan.FromMinutes(1));
        while (!await isTrue())
            await Task.Delay(TimeSpan.FromMilliseconds(20), late.Token);
    }
}
