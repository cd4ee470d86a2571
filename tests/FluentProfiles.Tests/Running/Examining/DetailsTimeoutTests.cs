using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Running.Examining;

/// <summary>The time of a run is up while it reads details in the middle of a page: runs that resume one another lose nothing.</summary>
public sealed class DetailsTimeoutTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Forms = new()
    {
        ["Take below a page"] = query => query.Take(12).WithDetails(),
        ["Take above a page"] = query => query.Take(23).WithDetails(),
        ["Skip"] = query => query.Skip(7).WithDetails(),
        ["Skip and Take"] = query => query.Skip(3).Take(14).WithDetails(3),
        ["Take behind a condition on details"] = query =>
            query.WithDetails().Where(p => p.Programs.Efs!.Status == ProgramStatus.Active).Take(20),
        ["Take behind a condition"] = query => query.Where(p => p.Metadata["plan"] == "pro").Take(12).WithDetails(1),
        ["Take behind the details"] = query => query.WithDetails(2).Skip(2).Take(13),
    };

    private readonly FakeTimeProvider clock = new();

    public static TheoryData<string> Queries => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Pages_HaveAllItemsTogether(string form)
    {
        await using var service = await StartAsync();
        var query = Forms[form](service.Query().WithPageSize(10).WithPrefetch(0));
        var expected = await IdsAsync(query);

        for (var read = 1; read <= 25; read += 3)
        {
            List<string> ids = [];
            string? token = null;
            ElapseAt(service, read);
            do
            {
                try
                {
                    var page = await query.WithRunTimeout(Limit).ToPageAsync(40, token);
                    ids.AddRange(page.Items.Select(p => p.Id));
                    token = page.ResumeToken;
                }
                catch (ProfilesBudgetException failure)
                {
                    Assert.Empty(ids);
                    Assert.NotNull(token = failure.ResumeToken);
                }
            } while (token is not null);
            Assert.Equal(expected, ids);
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Items_ComeOnceEach(string form)
    {
        await using var service = await StartAsync();
        var query = Forms[form](service.Query().WithPageSize(10).WithPrefetch(0));
        var expected = await IdsAsync(query);

        for (var read = 1; read <= 25; read += 3)
        {
            List<string> ids = [];
            ElapseAt(service, read);
            try
            {
                await foreach (var profile in query.WithRunTimeout(Limit))
                    ids.Add(profile.Id);
            }
            catch (ProfilesBudgetException failure)
            {
                Assert.NotNull(failure.ResumeToken);
                ids.AddRange(await IdsAsync(query.ResumeFrom(failure.ResumeToken)));
            }
            Assert.Equal(expected, ids);
        }
    }

    [Fact]
    public async Task TimeUpWithinThePage_GivesWhatIsComplete()
    {
        await using var service = await StartAsync();
        var query = service.Query().WithPageSize(10).WithPrefetch(0).Take(12).WithDetails(4);
        ElapseAt(service, 6);

        var page = await query.WithRunTimeout(Limit).ToPageAsync(20);

        Assert.Equal(TestProfiles.Newest(50, 4), page.Items.Select(p => p.Id));
        Assert.Equal(
            TestProfiles.Newest(50, 12)[4..],
            (await query.ToPageAsync(20, page.ResumeToken)).Items.Select(p => p.Id)
        );
    }

    [Fact]
    public async Task Cancellation_IsTheCallers()
    {
        await using var service = await StartAsync();
        using CancellationTokenSource stop = new();
        service.Emulator.BeforeResponse = async (request, ended) =>
        {
            if (request.PathAndQuery.Contains('?'))
                return;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ended);
        };

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await service.Query().WithDetails().WithRunTimeout(Limit).ToListAsync(stop.Token)
        );

        Assert.Equal(stop.Token, cancelled.CancellationToken);
    }

    private Task<TestService> StartAsync() =>
        TestService.StartAsync(
            TestProfiles.Many(50),
            configureClient: options =>
                (options.TimeProvider, options.AttemptTimeout) = (clock, Timeout.InfiniteTimeSpan)
        );

    /// <summary>Lets the time be up while one of the next profiles is read again.</summary>
    private void ElapseAt(TestService service, int read)
    {
        var reads = 0;
        service.Emulator.BeforeResponse = (request, _) =>
        {
            if (!request.PathAndQuery.Contains('?') && Interlocked.Increment(ref reads) == read)
                clock.Advance(Limit);
            return Task.CompletedTask;
        };
    }

    private static async Task<List<string>> IdsAsync(ProfileQuery<UserProfile> query) =>
        await query.Select(p => p.Id).ToListAsync();
}
