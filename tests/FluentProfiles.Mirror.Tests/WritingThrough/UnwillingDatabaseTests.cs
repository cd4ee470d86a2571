using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.WritingThrough;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.WritingThrough;

/// <summary>A write that the service has accepted neither fails nor waits for long, whatever the database does.</summary>
public sealed class UnwillingDatabaseTests
{
    private static readonly string One = TestProfiles.IdOf(1);
    private static readonly string Two = TestProfiles.IdOf(2);

    private readonly FakeTimeProvider clock = new(TestProfiles.Start.AddYears(1));

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADatabaseThatDoesNotAnswer_HoldsUpOneWriteForAShortTime(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        await using var context = service.Database.Context();
        await using (await LockAsync(context))
        {
            var first = client.UpdateAsync(One, new() { Name = "Held up" });
            while (!first.IsCompleted)
            {
                clock.Advance(WriteThrough.Patience);
                await Task.Delay(1);
            }
            Assert.Equal("Held up", (await first).Name);

            // The clock stands still.
            Assert.Equal("At once", (await client.UpdateAsync(Two, new() { Name = "At once" })).Name);
        }

        await service.ReadMarkedAsync(One, Two);
        await service.AssertIsSameAsync();
        await client.UpdateAsync(Two, new() { Name = "Stored again" });
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADatabaseThatFails_IsReportedOnceAndNotedLater(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        var fails = false;
        await using var mirror = await ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() => fails ? throw new IOException("Gone.") : service.Database.Context())
        );
        using var client = mirror.Client.WithMirror(mirror);
        List<Exception> failures = [];
        mirror.WritingThrough.Failed = failures.Add;
        fails = true;

        await client.UpdateAsync(One, new() { Name = "Not stored" });
        await client.DeleteAsync(Two);
        for (var seconds = 0; seconds < 90; seconds++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.IsType<MirrorDatabaseException>(Assert.Single(failures));
        Assert.Empty(await service.MarkedAsync());
        fails = false;
        while (!mirror.WritingThrough.Idle.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
        await service.ReadMarkedAsync(One, Two);
        await service.AssertIsSameAsync();
    }

    [Fact]
    public void ProfilesInDoubt_AreNotKeptWithoutBound()
    {
        DoubtfulProfiles doubtful = new();

        doubtful.Add(Enumerable.Range(0, DoubtfulProfiles.Most + 10).Select(TestProfiles.IdOf));
        doubtful.Add(["uprof_more"]);

        Assert.Equal(DoubtfulProfiles.Most, doubtful.Snapshot().Count);
    }

    private static async Task<IDbContextTransaction> LockAsync(OrdersContext context)
    {
        var transaction = await context.Database.BeginTransactionAsync();
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlRawAsync("SELECT 1 FROM \"MirrorScope\" FOR UPDATE");
        return transaction;
    }

    private async Task<MirroredService> StartAsync(DatabaseKind kind)
    {
        var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(20),
            configureClient: options =>
            {
                options.TimeProvider = clock;
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.TotalTimeout = Timeout.InfiniteTimeSpan;
            }
        );
        await service.Mirror.RefreshAsync();
        return service;
    }
}
