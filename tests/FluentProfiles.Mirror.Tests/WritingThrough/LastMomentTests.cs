using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.References;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.WritingThrough;

/// <summary>The last moment in the database is weeks ahead: the clock of the database was wrong once.</summary>
public sealed class LastMomentTests
{
    private static readonly string Changed = TestProfiles.IdOf(106);
    private static readonly string Removed = TestProfiles.IdOf(108);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OwnWrites_AreInTheMirrorWhenTheirCallsReturn(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        for (var times = 0; times < 2; times++)
        {
            await JumpAsync(service);

            var created = await client.CreateAsync(new() { Name = "Created" });
            await service.AssertIsSameAsync();
            await client.UpdateAsync(created.Id, new() { Name = "Updated" });
            await service.AssertIsSameAsync();
            await client.DeleteAsync(created.Id);
            await service.AssertIsSameAsync();
        }
        Assert.Empty(await service.MarkedAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OwnWritesThatAreUnderWay_AreStored(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        using var client = service.Mirror.Client.WithMirror(service.Mirror);
        service.Emulator.BeforeResponse = (_, _) => JumpAsync(service);

        await client.CreateAsync(new() { Name = "Created" });
        await client.UpdateAsync(Changed, new() { Name = "Updated" });
        await client.DeleteAsync(Removed);

        await service.AssertIsSameAsync();
        Assert.Empty(await service.MarkedAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Passes_SeeEveryChange(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await JumpAsync(service);
        var action = service.Emulator.OpenEnforcementAction(Changed, new() { Type = EnforcementActionType.Ban });
        service.Emulator.Remove(Removed);
        service.Emulator.Add(TestProfiles.One(200));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((1, 1, 1), (report.Added, report.Changed, report.Removed));
        await service.AssertIsSameAsync();
        service.Emulator.ResolveEnforcementAction(Changed, action.Id);
        Assert.Equal(1, (await service.Mirror.RefreshStatusesAsync()).Changed);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassThatIsUnderWay_EndsOrIsRetried(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        service.Emulator.OpenEnforcementAction(Changed, new() { Type = EnforcementActionType.Ban });
        service.Emulator.Add(TestProfiles.One(200));
        service.Emulator.BeforeResponse = (_, _) => JumpAsync(service);

        // The new profile may be one that was removed so long ago that nobody remembers.
        var failure = await Assert.ThrowsAsync<MirrorException>(() => service.Mirror.RefreshAsync());
        service.Emulator.BeforeResponse = null;
        await service.Mirror.RefreshAsync();

        Assert.Contains("more than 7 days older", failure.Message);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SingleReadings_AreStored(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await JumpAsync(service);
        service.Emulator.OpenEnforcementAction(Changed, new() { Type = EnforcementActionType.Ban });
        service.Emulator.Remove(Removed);
        service.Emulator.Add(TestProfiles.One(200));

        await service.Mirror.Readings.ReadAsync([Changed, Removed, TestProfiles.IdOf(200)], also: null, default);
        await service.Mirror.GetOrCreateAsync("customer-1", () => new() { Name = "Made" });

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task LaterMoments_FollowInTicks(DatabaseKind kind)
    {
        await using var service = await ReadyService.StartAsync(kind);
        await JumpAsync(service);
        var last = (await service.Mirror.Store.ReadScopeAsync(default)).LastMoment!.Value;
        using var client = service.Mirror.Client.WithMirror(service.Mirror);

        for (var ticks = 1; ticks < 4; ticks++)
        {
            await client.UpdateAsync(Changed, new() { Name = $"Update {ticks}" });

            var row = (await service.RowsAsync()).Single(row => row.Id == Changed);
            Assert.Equal(last.AddMicroseconds(ticks), row.StoredAt);
            Assert.Equal(last.AddMicroseconds(ticks - 1), row.RequestedAt);
        }
    }

    /// <summary>Moves the last moment forty days on, as another process does that writes while the clock is wrong.</summary>
    private static async Task JumpAsync(MirroredService service)
    {
        await using var context = service.Database.Context();
        var last = await context.Set<MirrorScope>().Select(scope => scope.LastMoment).SingleAsync();
        await context
            .Set<MirrorScope>()
            .ExecuteUpdateAsync(set => set.SetProperty(scope => scope.LastMoment, last!.Value.AddDays(40)));
    }
}
