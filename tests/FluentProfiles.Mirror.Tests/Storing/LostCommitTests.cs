using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Storing;

/// <summary>A connection may break between a commit and its answer. The transaction then runs again.</summary>
public sealed class LostCommitTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task PassesWhoseCommitsGetNoAnswer_AreComplete(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        LostCommits commits = new() { Loses = true };
        await using var mirror = await OpenAsync(service, commits);

        var load = await mirror.RefreshAsync();
        service.Emulator.Remove(TestProfiles.IdOf(7));
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(8));
        var statuses = await mirror.RefreshStatusesAsync();
        service.Emulator.Add(TestProfiles.One(250));
        var news = await mirror.RefreshNewAsync();
        var full = await mirror.RefreshAsync();

        Assert.Equal((250, 1, 1, 1), (load.Added, statuses.Changed, news.Added, full.Removed));
        await service.AssertIsSameAsync();
        var status = await mirror.GetStatusAsync();
        Assert.Equal((250, full.StartedAt), (status.Rows, status.AsOf!.Value));
        Assert.Equal(
            [MirrorChangeKind.Changed, MirrorChangeKind.Created, MirrorChangeKind.Removed],
            (await mirror.ChangesAsync().ToListAsync()).Select(change => change.Kind)
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnApprovalWhoseCommitGetsNoAnswer_LetsThePassGoOn(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        LostCommits commits = new();
        await using var mirror = await OpenAsync(service, commits);
        await mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(0, 30))
            service.Emulator.Remove(TestProfiles.IdOf(number));
        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => mirror.RefreshAsync());
        commits.Loses = true;

        var report = await mirror.ApproveAsync(stop.Pass);

        Assert.Equal((stop.Pass, 30), (report.Pass, report.Removed));
        await service.AssertIsSameAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => mirror.ApproveAsync(stop.Pass));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnErasureWhoseCommitGetsNoAnswer_SaysWhatWasStored(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        LostCommits commits = new();
        await using var mirror = await OpenAsync(service, commits);
        await mirror.RefreshAsync();
        commits.Loses = true;

        Assert.True(await mirror.ForgetAsync(TestProfiles.IdOf(1)));
        Assert.False(await mirror.ForgetAsync(TestProfiles.IdOf(1)));
        Assert.Equal(119, await mirror.ForgetAsync(TestProfiles.Ids(Enumerable.Range(1, 120))));
        Assert.True(await mirror.LiftErasureAsync(TestProfiles.IdOf(1)));
        Assert.False(await mirror.LiftErasureAsync(TestProfiles.IdOf(1)));
        Assert.Equal(130, (await mirror.GetStatusAsync()).Rows);
    }

    private static Task<ProfileMirror> OpenAsync(MirroredService service, LostCommits commits) =>
        ProfileMirror.OpenAsync(
            service.Mirror.Client,
            new TestContexts<OrdersContext>(() =>
                new(service.Database.OptionsOf<OrdersContext>(options => options.AddInterceptors(commits)))
            ),
            new() { MaxRequestsPerSecond = null }
        );
}
