using System.Text.Json.Nodes;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Changes;

public sealed class ChangesTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Changes_ComeInOrderWithTheNamesOfFields(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(30));
        await service.Mirror.RefreshAsync();
        Assert.Empty(await service.Mirror.ChangesAsync().ToListAsync());

        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(0), new() { Type = EnforcementActionType.Ban });
        service.Update(
            2,
            """{"name":"Ada","metadata":{"plan":"","seat":"7"},"external_user_details":{"country":"FR"}}"""
        );
        await service.Mirror.RefreshAsync();
        service.Emulator.Add(TestProfiles.One(30));
        await service.Mirror.RefreshNewAsync();
        service.Emulator.Remove(TestProfiles.IdOf(5));
        await service.Mirror.RefreshAsync();

        var changes = await service.Mirror.ChangesAsync().ToListAsync();
        Assert.Equal(
            [
                (MirrorChangeKind.Changed, TestProfiles.IdOf(2)),
                (MirrorChangeKind.Changed, TestProfiles.IdOf(0)),
                (MirrorChangeKind.Created, TestProfiles.IdOf(30)),
                (MirrorChangeKind.Removed, TestProfiles.IdOf(5)),
            ],
            changes.Select(change => (change.Kind, change.ProfileId))
        );
        Assert.Equal(
            ["ExternalUserDetails.Country", "Metadata[\"plan\"]", "Metadata[\"seat\"]", "Name", "UpdatedAt"],
            changes[0].Fields
        );
        Assert.Contains("EnforcementStatus", changes[1].Fields);
        Assert.All(changes[2..], change => Assert.Empty(change.Fields));
        Assert.All(changes, change => Assert.Null(change.Before ?? change.After));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Values_AreKeptByOptionUntilTheProfileIsRemoved(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(12), KeepValues);
        await service.Mirror.RefreshAsync();
        service.Update(2, """{"name":"Ada"}""");
        service.Emulator.Add(TestProfiles.One(12));
        await service.Mirror.RefreshAsync();

        var kept = await service.Mirror.ChangesAsync().ToListAsync();
        service.Emulator.Remove(TestProfiles.IdOf(2));
        await service.Mirror.RefreshAsync();
        var removed = await service.Mirror.ChangesAsync().ToListAsync();

        Assert.Equal([null, "a0002"], kept.Select(change => change.Before?.Name));
        Assert.Equal(["a0012", "Ada"], kept.Select(change => change.After?.Name));
        Assert.Equal([null, null, null], removed.Select(change => change.Before));
        Assert.Equal(["a0012", null, null], removed.Select(change => change.After?.Name));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MembersThatAreNoLongerStored_LeaveTheFeedToo(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(12), KeepValues);
        await service.Mirror.RefreshAsync();
        service.Update(2, """{"name":"Ada Lovelace"}""");
        await service.Mirror.RefreshAsync();

        await service.ReopenAsync(options => options.Store(members => members.Except(p => p.Name)));

        var change = Assert.Single(await service.Mirror.ChangesAsync().ToListAsync());
        Assert.Equal(["Name", "UpdatedAt"], change.Fields);
        Assert.Null(change.Before ?? change.After);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MembersThatTheModelDoesNotKnow_AreNoChange(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(12));
        await service.Mirror.RefreshAsync();
        service.ChangePages(page => PageChange.Each(page, profile => profile["tomorrow"] = JsonValue.Create(1)));

        await service.Mirror.RefreshAsync();

        Assert.Empty(await service.Mirror.ChangesAsync().ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AToken_ResumesBehindItsChange(DatabaseKind kind)
    {
        await using var service = await ChangedAsync(kind, 7);
        var all = await service.Mirror.ChangesAsync().ToListAsync();

        for (var i = 0; i < all.Count; i++)
        {
            var rest = await service.Mirror.ChangesAsync(after: all[i].Token).ToListAsync();
            Assert.Equal(all[(i + 1)..].Select(change => change.Token), rest.Select(change => change.Token));
        }
        Assert.Equal(7, all.Count);
        Assert.Equal(all[^1].Token, await service.Mirror.GetChangesTokenAsync());
        Assert.All(all, change => Assert.Equal(Uri.EscapeDataString(change.Token), change.Token));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MoreChangesThanAPageHas_AreAllRead(DatabaseKind kind)
    {
        await using var service = await ChangedAsync(kind, 1_001);

        var all = await service.Mirror.ChangesAsync().ToListAsync();

        Assert.Equal(1_001, all.Select(change => change.ProfileId).Distinct().Count());
    }

    [Fact]
    public async Task ReadingChangesBeforeTheFirstLoadHasEnded_Throws()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));

        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.GetChangesTokenAsync());
        await Assert.ThrowsAsync<MirrorNotReadyException>(async () =>
            await service.Mirror.ChangesAsync().ToListAsync()
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TokensOfBeforeAReset_AreExpired(DatabaseKind kind)
    {
        await using var service = await ChangedAsync(kind, 3);
        var token = await service.Mirror.GetChangesTokenAsync();

        await service.Mirror.ResetAsync();
        await service.Mirror.RefreshAsync();

        var failure = await ExpiredAsync(service, token);
        Assert.Contains("reset", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GetChangesTokenAsync()", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await service.Mirror.ChangesAsync().ToListAsync());
        Assert.Empty(await service.Mirror.ChangesAsync(await service.Mirror.GetChangesTokenAsync()).ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OldChanges_AreDeletedAndTheirTokensExpire(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(1_200),
            options => (options.KeepChanges, options.MaxChangedShare) = (TimeSpan.FromDays(30), 1)
        );
        await service.Mirror.RefreshAsync();
        var start = await service.Mirror.GetChangesTokenAsync();
        await service.ChangeAsync(Enumerable.Range(0, 1_100));
        var last = await service.Mirror.GetChangesTokenAsync();
        await AgeAsync(service, TimeSpan.FromDays(20));
        await service.ChangeAsync([1]);
        await AgeAsync(service, TimeSpan.FromDays(10) + TimeSpan.FromSeconds(1));
        await service.Mirror.RefreshNewAsync();

        var failure = await ExpiredAsync(service, start);
        var kept = await service.Mirror.ChangesAsync(after: last).ToListAsync();

        Assert.Contains("KeepChanges", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TestProfiles.IdOf(1), Assert.Single(kept).ProfileId);
        Assert.Equal(
            kept.Select(change => change.Token),
            await service.Mirror.ChangesAsync().Select(change => change.Token).ToListAsync()
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OldChangesThatAreDeletedMeanwhile_StopNoReaderWithoutAToken(DatabaseKind kind)
    {
        await using var service = await ChangedAsync(kind, 7);
        var dropped = 0;
        TestContexts<OrdersContext> contexts = new(() =>
        {
            // As the end of a pass of another process does, between two reads.
            using var pruning = service.Database.Context();
            var last = Interlocked.Increment(ref dropped);
            pruning.Set<MirrorChange>().Where(change => change.Position <= last).ExecuteDelete();
            pruning.Set<MirrorScope>().ExecuteUpdate(set => set.SetProperty(scope => scope.ChangesDropped, last));
            return service.Database.Context();
        });
        await using var mirror = await ProfileMirror.OpenAsync(service.Mirror.Client, contexts);

        var changes = await mirror.ChangesAsync().ToListAsync();

        Assert.Equal(7 - dropped, changes.Count);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ClocksOfProcesses_HaveNoPartInChanges(DatabaseKind kind)
    {
        OtherClock clock = new();
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(20),
            options => options.KeepChanges = TimeSpan.FromHours(6),
            options => options.TimeProvider = clock
        );
        await service.Mirror.RefreshAsync();
        var before = DateTimeOffset.UtcNow;
        foreach (var wrong in OtherClock.Differences)
        {
            clock.Ahead = wrong;
            await service.ChangeAsync([1]);
        }

        var changes = await service.Mirror.ChangesAsync().ToListAsync();

        Assert.Equal(OtherClock.Differences.Count, changes.Count);
        // SQLite's clock has milliseconds.
        Assert.All(
            changes,
            change => Assert.InRange(change.At, before.AddMilliseconds(-1), DateTimeOffset.UtcNow.AddMilliseconds(1))
        );
        Assert.Equal(changes.Select(change => change.At).Order(), changes.Select(change => change.At));
    }

    [Fact]
    public async Task ChangesThatAreKeptForEver_AreNotDeleted()
    {
        await using var service = await MirroredService.StartAsync(
            DatabaseKind.Sqlite,
            TestProfiles.Many(20),
            options => options.KeepChanges = TimeSpan.MaxValue
        );
        await service.Mirror.RefreshAsync();
        await service.ChangeAsync([1]);
        await AgeAsync(service, TimeSpan.FromDays(10_000));
        await service.Mirror.RefreshNewAsync();

        Assert.Single(await service.Mirror.ChangesAsync().ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATokenOfAChangeThatARestoredBackupLacks_HasExpired(DatabaseKind kind)
    {
        await using var service = await ChangedAsync(kind, 3);
        var token = await service.Mirror.GetChangesTokenAsync();
        await RestoreAsync(service);

        var ahead = await ExpiredAsync(service, token);
        await service.ChangeAsync([7]);
        // The position is another change's now.
        var other = await ExpiredAsync(service, token);

        Assert.Contains("backup", ahead.Message, StringComparison.Ordinal);
        Assert.Contains("backup", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADamagedOrForeignToken_IsRejectedAtOnce()
    {
        await using var service = await ChangedAsync(DatabaseKind.Sqlite, 1);
        await using var other = await ChangedAsync(DatabaseKind.Sqlite, 1);
        var token = await service.Mirror.GetChangesTokenAsync();
        var foreign = await other.Mirror.GetChangesTokenAsync();

        foreach (
            var wrong in (string[])["", "x", $"{token}A", token[1..], $"B{token[1..]}", $"{token[..^1]}=", foreign]
        )
        {
            var failure = Assert.Throws<ArgumentException>(() => service.Mirror.ChangesAsync(wrong));
            Assert.Equal("after", failure.ParamName);
            Assert.Throws<ArgumentException>(() => service.Mirror.FollowChangesAsync(wrong));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            service.Mirror.FollowChangesAsync(pollInterval: TimeSpan.Zero)
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Following_GivesWhatChangesLaterAndEndsWhenCancelled(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(12));
        await service.Mirror.RefreshAsync();
        using CancellationTokenSource stop = new();
        await using var following = service
            .Mirror.FollowChangesAsync(pollInterval: TimeSpan.FromMilliseconds(5))
            .GetAsyncEnumerator(stop.Token);

        var first = following.MoveNextAsync().AsTask();
        await service.ChangeAsync([3]);
        Assert.True(await first.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal(TestProfiles.IdOf(3), following.Current.ProfileId);
        var next = following.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static void KeepValues(ProfileMirrorOptions options) => options.KeepChangeValues = true;

    /// <summary>A mirror with so many changes.</summary>
    private static async Task<MirroredService> ChangedAsync(DatabaseKind kind, int changes)
    {
        var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(changes + 10),
            options => options.MaxChangedShare = 1
        );
        await service.Mirror.RefreshAsync();
        await service.ChangeAsync(Enumerable.Range(0, changes));
        return service;
    }

    /// <summary>Makes all changes so much older.</summary>
    private static async Task AgeAsync(MirroredService service, TimeSpan by)
    {
        await using var context = service.Database.Context();
        var microseconds = (long)by.TotalMicroseconds;
        await context.Database.ExecuteSqlAsync($"""UPDATE "MirrorChange" SET "At" = "At" - {microseconds}""");
    }

    private static Task<MirrorChangesExpiredException> ExpiredAsync(MirroredService service, string token) =>
        Assert.ThrowsAsync<MirrorChangesExpiredException>(async () =>
            await service.Mirror.ChangesAsync(token).ToListAsync()
        );

    /// <summary>Takes the last change back, as an older copy of the database does.</summary>
    private static async Task RestoreAsync(MirroredService service)
    {
        await using (var context = service.Database.Context())
        {
            var last = await context.Set<MirrorChange>().MaxAsync(change => change.Position);
            await context.Set<MirrorChange>().Where(change => change.Position == last).ExecuteDeleteAsync();
        }
        await service.Mirror.Store.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.ChangesGiven--;
                writer.SaveScope();
                return Task.CompletedTask;
            },
            default
        );
    }
}
