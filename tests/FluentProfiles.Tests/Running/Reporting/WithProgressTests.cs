using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Running.Reporting;

public sealed class WithProgressTests
{
    private sealed class Reports : List<QueryProgress>, IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => Add(value);
    }

    [Fact]
    public async Task EachPage_IsReportedWhenItsItemsAreTaken()
    {
        await using var service = await TestService.StartAsync(250);
        Reports reports = [];
        List<int> taken = [];
        var count = 0;

        await foreach (
            var _ in service.Query().WithPrefetch(0).WhereOnClient(p => p.Name is not null).WithProgress(reports)
        )
        {
            if (taken.Count < reports.Count)
                taken.Add(count);
            count++;
        }

        Assert.Equal([80, 160], taken);
        Assert.Equal([1L, 2, 3], reports.Select(report => report.Requests));
        Assert.Equal([100L, 200, 250], reports.Select(report => report.Read));
        Assert.Equal([80L, 160, 200], reports.Select(report => report.Returned));
        Assert.All(reports, report => Assert.Equal(0, report.Retries));
        Assert.Equal(reports.Select(report => report.Bytes).Order(), reports.Select(report => report.Bytes));
        Assert.InRange(reports[0].Bytes, 100 * 100, 100 * 10_000);
        Assert.Null(reports[^1].ResumeToken);
    }

    [Fact]
    public async Task Token_GoesOnAfterWhatWasTaken()
    {
        await using var service = await TestService.StartAsync(250);
        Reports reports = [];
        List<string> ids = [];

        await foreach (var profile in service.Query().WithProgress(reports))
        {
            if (reports.Count == 2)
                break;
            ids.Add(profile.Id);
        }
        ids.AddRange(await service.Query().ResumeFrom(reports[1].ResumeToken).Select(p => p.Id).ToListAsync());

        Assert.Equal(TestProfiles.Newest(250, 250), ids);
    }

    [Fact]
    public async Task TerminalThatEndsEarly_ReportsOnce()
    {
        await using var service = await TestService.StartAsync(250);
        Reports reports = [];
        var query = service.Query().WithProgress(reports);

        await query.FirstAsync();
        await query.AnyAsync(p => p.Name != null);

        Assert.Equal([(1L, 1L, 1L), (1L, 100L, 1L)], reports.Select(r => (r.Requests, r.Read, r.Returned)));
        Assert.Equal([1, 100], reports.Select(report => report.Plan!.PageSize));
    }

    [Fact]
    public async Task Break_ReportsWithATokenThatLosesNothing()
    {
        await using var service = await TestService.StartAsync(250);
        Reports reports = [];
        var taken = 0;

        await foreach (var _ in service.Query().WithPrefetch(0).WithProgress(reports))
        {
            if (++taken == 130)
                break;
        }
        await service.Query().Take(30).WithProgress(reports).FirstAsync();

        Assert.Equal([(1L, 100L), (2, 100), (1, 1)], reports.Select(report => (report.Requests, report.Returned)));
        var rest = await service.Query().ResumeFrom(reports[1].ResumeToken).Select(p => p.Id).ToListAsync();
        Assert.Equal(TestProfiles.Newest(250, 250).Skip(100), rest);
        Assert.Equal(29, await service.Query().Take(30).ResumeFrom(reports[2].ResumeToken).CountAsync());
    }

    [Fact]
    public async Task Failure_IsReportedWithItsToken()
    {
        await using var service = await TestService.StartAsync(250);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains("page=") ? EmulatorResponse.Text(500, "{}") : null;
        Reports reports = [];

        var error = await Assert.ThrowsAsync<ProfilesApiException>(() =>
            service.Query().WithPrefetch(0).WithProgress(reports).ForEachAsync((_, _) => default).AsTask()
        );

        Assert.Equal([1L, 2], reports.Select(report => report.Requests));
        Assert.Equal(error.ResumeToken, reports[1].ResumeToken);
    }

    [Fact]
    public void Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).WithProgress(null!));
}
