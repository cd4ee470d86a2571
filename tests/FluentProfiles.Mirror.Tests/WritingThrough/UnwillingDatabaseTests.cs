using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.WritingThrough;
using FluentProfiles.Tests;
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
        await using (await WriteLock.TakeAsync(service.Database))
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

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MarksOfALongOutage_AreWrittenInShortTransactions(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        using SentStatements sent = new(service.Database);
        var fails = true;
        await using var mirror = ProfileMirror.Create(
            service.Mirror.Client,
            new FactoryContexts<OrdersContext>(
                new TestContexts<OrdersContext>(() =>
                    fails ? throw new IOException("Gone.") : service.Database.Context()
                )
            ),
            new()
        );
        string[] ids = [.. Enumerable.Range(1, 1_201).Select(number => $"uprof_{number:00000}")];
        foreach (var id in ids)
            mirror.WritingThrough.Doubt(id);

        fails = false;
        while (!mirror.WritingThrough.Idle.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.Equal(ids, await service.MarkedAsync());
        var marks = sent.InTransactions("INSERT INTO \"MirrorPendingRead\"");
        Assert.Equal(1_201, marks.Sum());
        Assert.All(marks, count => Assert.InRange(count, 1, 500));
    }

    [Fact]
    public void ADoubtDuringATransaction_IsKept()
    {
        DoubtfulProfiles doubtful = new();
        doubtful.Add([One, Two]);

        Assert.Equal([One], doubtful.Take(1));
        doubtful.Add([One]);

        Assert.Equal([One, Two], doubtful.Take(9).Order());
    }

    [Fact]
    public void ProfilesInDoubt_AreNotKeptWithoutBound()
    {
        DoubtfulProfiles doubtful = new();

        doubtful.Add(Enumerable.Range(0, DoubtfulProfiles.Most + 10).Select(TestProfiles.IdOf));
        doubtful.Add(["uprof_more"]);

        Assert.Equal(DoubtfulProfiles.Most, doubtful.Take(int.MaxValue).Count);
        Assert.True(doubtful.IsEmpty);
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
