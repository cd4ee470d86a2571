using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Inbox;

public sealed class WebhookInboxTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Duplicates_AreStoredOnceAlsoAtOnce(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);

        await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => inbox.ReceiveAsync($"wevt_{i % 3}", TestProfiles.IdOf(i % 3)))
        );

        Assert.Equal(["wevt_0", "wevt_1", "wevt_2"], (await inbox.EventsAsync()).Select(row => row.Id));
        Assert.Equal("0+0 1+0 2+0", await inbox.WaitingAsync());
        Assert.All(await inbox.PendingAsync(), row => Assert.Equal(row.FirstAt, row.LastAt));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SeveralEventsOfAProfile_AreOneReading(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);

        foreach (var id in new[] { "a", "b", "c" })
            await inbox.ReceiveAsync(id, TestProfiles.IdOf(7));

        var row = Assert.Single(await inbox.PendingAsync());
        Assert.True(row.FirstAt < row.LastAt);
        await inbox.ReadAsync();
        Assert.Equal("7", inbox.Asked);
    }

    [Theory]
    [OnSqlite]
    public async Task EventsWithoutAProfile_AreNotStored(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);

        foreach (var profile in new[] { null, "", ".", "..", "uprof_\0", "uprof_\n", new string('x', 300) })
            await inbox.ReceiveAsync("wevt", profile);

        Assert.Empty(await inbox.EventsAsync());
        Assert.Empty(await inbox.PendingAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OddIds_AreStoredAndReadAsTheyAre(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var ids = new[] { "uprof/../x", "uprof_\uD800", "uprof ?#%2F", "uprof_ü" };

        foreach (var id in ids)
            await inbox.ReceiveAsync(id + new string('e', 5_000), id);
        await inbox.ReceiveAsync(ids[0] + new string('e', 5_000), ids[0]);

        Assert.Equal(4, (await inbox.EventsAsync()).Count);
        Assert.Equal(4, (await inbox.ReadAsync()).Read);
        Assert.All(await inbox.PendingAsync(), row => Assert.Equal(1, row.Attempts));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APersonWhoIsForgotten_HasNoEvents(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("before", TestProfiles.IdOf(7));
        await inbox.ReceiveAsync("of another", TestProfiles.IdOf(8));

        await inbox.Service.Mirror.ForgetAsync(TestProfiles.IdOf(7));
        await inbox.ReceiveAsync("after", TestProfiles.IdOf(7));

        Assert.Equal(["of another"], (await inbox.EventsAsync()).Select(row => row.Id));
        Assert.Equal("8+0", await inbox.WaitingAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ScopesThatHaveTheProfile_ReadIt(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var own = (await inbox.Service.Mirror.GetStatusAsync()).Scope;
        var other = await AddScopeAsync(inbox, "other", TimeSpan.FromMinutes(1));
        await AddScopeAsync(inbox, "abandoned", -TimeSpan.FromDays(8));

        await inbox.ReceiveAsync("known", TestProfiles.IdOf(1));
        await inbox.ReceiveAsync("unknown", "uprof_unknown");

        Assert.Equal(
            [("known", own), ("unknown", own), ("unknown", other)],
            (await inbox.EventsAsync()).Select(row => (row.Id, row.Scope)).Order()
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADatabaseThatFails_IsTheFailureOfTheHandler(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await using (var context = inbox.Service.Database.Context())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE \"MirrorPendingRead\" RENAME TO \"Elsewhere\"");

        await Assert.ThrowsAsync<MirrorDatabaseException>(() => inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(1)));
        await using (var context = inbox.Service.Database.Context())
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"MirrorPendingRead\"");

        // The event was not stored without its reading: the next delivery is no duplicate.
        Assert.Empty(await inbox.EventsAsync());
        await inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(1));
        Assert.Equal("1+0", await inbox.WaitingAsync());
    }

    private static async Task<int> AddScopeAsync(InboxOfTest inbox, string workspace, TimeSpan lease)
    {
        var address = (await ScopesAsync(inbox)).First().Address;
        var store = inbox.Service.Database.Store(address, workspace);
        return await store.WriteAsync(
            async (writer, token) =>
            {
                writer.Scope.LeasedUntil = await writer.NowAsync(token) + lease;
                writer.SaveScope();
                return writer.Scope.Id;
            },
            CancellationToken.None
        );
    }

    private static async Task<List<MirrorScope>> ScopesAsync(InboxOfTest inbox)
    {
        await using var context = inbox.Service.Database.Context();
        return await context.Set<MirrorScope>().AsNoTracking().ToListAsync();
    }
}
