using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Tests.Changes;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Inbox;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Erasing;

public sealed class ForgettingTests
{
    private const int Number = 7;

    private static readonly string Id = TestProfiles.IdOf(Number);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AForgottenProfile_IsNotStoredAgain(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(30));
        await service.Mirror.RefreshAsync();

        var wasStored = await service.Mirror.ForgetAsync(Id);
        var again = await service.Mirror.ForgetAsync(Id);
        await service.ReopenAsync();
        var pass = await service.Mirror.RefreshAsync();
        service.Update(Number, """{"name":"Ada"}""");
        var next = await service.Mirror.RefreshAsync();

        Assert.True(wasStored);
        Assert.False(again);
        Assert.Equal((0, 0, 0), (pass.Added, pass.Changed, pass.Removed));
        Assert.Equal((0, 0, 0), (next.Added, next.Changed, next.Removed));
        Assert.DoesNotContain(Id, await service.IdsAsync());
        Assert.Equal(29, await service.Mirror.Query().CountAsync());
        Assert.Empty(await service.Mirror.ChangesAsync().ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsNotStoredYet_CanBeForgotten(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(30));

        Assert.False(await service.Mirror.ForgetAsync(Id));
        var first = await service.Mirror.RefreshAsync();

        Assert.Equal(29, first.Added);
        Assert.DoesNotContain(Id, await service.IdsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnErasureThatIsLifted_LetsTheNextPassAddTheProfile(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(30));
        await service.Mirror.RefreshAsync();
        await service.Mirror.ForgetAsync(Id);

        Assert.True(await service.Mirror.LiftErasureAsync(Id));
        Assert.False(await service.Mirror.LiftErasureAsync(Id));
        var pass = await service.Mirror.RefreshAsync();

        Assert.Equal(1, pass.Added);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OtherScopes_KeepTheirs(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        TestContexts<OrdersContext> contexts = new(database.Context);
        using var client = TestClients.Of();
        using var otherClient = TestClients.Of(workspace: "wrkspc_2");
        await using var mirror = await ProfileMirror.OpenAsync(client, contexts);
        await using var other = await ProfileMirror.OpenAsync(otherClient, contexts);
        var row = TestRows.Row(TestRows.JsonOf(Id));
        await mirror.Store.PutAsync(row);
        await other.Store.PutAsync(row);

        await mirror.ForgetAsync(Id);
        await other.Store.PutAsync(TestRows.Row(TestRows.JsonOf(Id, "Ada")));
        await mirror.Store.PutAsync(TestRows.Row(TestRows.JsonOf(Id, "Ada")));

        Assert.Empty(await mirror.Store.AllAsync());
        Assert.Single(await other.Store.AllAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassUnderWay_GoesOnWithoutTheProfile(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(350));
        await service.Mirror.RefreshAsync();
        service.Update(300, """{"name":"Ada"}""");
        service.FailPagesFrom(3);
        await Assert.ThrowsAnyAsync<ProfilesException>(() => service.Mirror.RefreshAsync());
        service.Emulator.Intercept = null;
        // The last one of the second page.
        var border = TestProfiles.IdOf(150);

        await service.Mirror.ForgetAsync(border);
        var checkpoint = await service.Mirror.Store.ReadAsync(
            (reader, stop) => reader.PassAsync(MirrorPassKind.Full, stop),
            default
        );
        var pass = await service.Mirror.RefreshAsync();

        Assert.DoesNotContain(border, checkpoint!.State, StringComparison.Ordinal);
        Assert.Null(PassState.Read(checkpoint.State).Cursor);
        Assert.Equal((0, 1, 0), (pass.Added, pass.Changed, pass.Removed));
        Assert.Equal(349, await service.Mirror.Query().CountAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassThatIsReadingTheProfile_DoesNotBringItBack(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        service.Update(200, """{"name":"Ada"}""");
        service.Update(149, """{"name":"Bob"}""");
        var forgotten = false;
        service.Emulator.BeforeResponse = async (_, _) =>
        {
            if (service.PagesRequested.Count() >= 5 && !forgotten)
            {
                forgotten = true;
                foreach (var number in (int[])[200, 150, 149])
                    await service.Mirror.ForgetAsync(TestProfiles.IdOf(number));
            }
        };

        await service.Mirror.RefreshAsync();
        service.Emulator.BeforeResponse = null;
        await service.Mirror.RefreshAsync();

        Assert.True(forgotten);
        Assert.Equal(247, await service.Mirror.Query().CountAsync());
        var pieces = TestProfiles.Ids([200, 150, 149]);
        Assert.Empty(await DatabaseBytes.FindAsync(service.Database, pieces));
    }

    [Fact]
    public async Task NoId_IsRejected()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, []);

        await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ForgetAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.LiftErasureAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ApplyErasuresAsync("{}"));
        await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ApplyErasuresAsync("no JSON"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimOfTheReference_IsDeleted(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(12));
        await service.Mirror.RefreshAsync();
        await using (var context = service.Database.Context())
        {
            context.AddRange(
                new MirrorClaim { Scope = 1, Reference = $"user-{Number}" },
                new MirrorClaim { Scope = 1, Reference = "user-2" }
            );
            await context.SaveChangesAsync();
        }

        await service.Mirror.ForgetAsync(Id);

        await using var after = service.Database.Context();
        Assert.Equal("user-2", Assert.Single(after.Set<MirrorClaim>().ToList()).Reference);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AForgottenProfile_IsNamedNowhereAgain(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var service = inbox.Service;
        await service.Mirror.ForgetAsync(Id);

        await inbox.ReceiveAsync("evt_1", Id);
        await inbox.ReceiveAsync("evt_1", Id);
        await service.Mirror.Store.WriteAsync(
            async (writer, stop) =>
            {
                await writer.Pending.MarkAsync([Id], await writer.NowAsync(stop), stop);
                await writer.NoteGoneAsync([Id], stop);
            },
            default
        );

        Assert.Empty(await DatabaseBytes.FindAsync(service.Database, [Id]));
    }
}
