using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Operators;

public sealed class WithDetailsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(9, 4)]
    [InlineData(120, 100)]
    public async Task EachProfile_IsReadAgainByGet(int count, int concurrency)
    {
        await using var service = await TestService.StartAsync(count);

        var profiles = await service.Query().WithDetails(concurrency).ToListAsync();

        Assert.Equal(TestProfiles.Newest(count, count), profiles.Select(p => p.Id));
        Assert.All(profiles, p => Assert.NotNull(p.Programs.Efs));
        Assert.Equal(
            TestProfiles.Newest(count, count).Select(id => $"GET /v1/user_profiles/{id}").Order(),
            service.Requests.Where(request => !request.Contains('?')).Order()
        );
    }

    [Fact]
    public async Task ListWithoutIt_ReportsNoEfs()
    {
        await using var service = await TestService.StartAsync(3);

        Assert.All(await service.Query().ToListAsync(), p => Assert.Null(p.Programs.Efs));
    }

    [Fact]
    public async Task FiltersBefore_DecideWhatIsReadAndThoseBehindSeeIt()
    {
        await using var service = await TestService.StartAsync(40);

        var ids = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .Take(4)
            .WithDetails()
            .Where(p => p.Programs.Efs!.Status == ProgramStatus.Active && p.Name != null)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Ids([38, 34, 32, 28]), ids);
        Assert.Equal(
            ["GET /v1/user_profiles?limit=100", .. ids.Select(id => $"GET /v1/user_profiles/{id}").Order()],
            service.Requests.Take(1).Concat(service.Requests.Skip(1).Order())
        );
    }

    [Fact]
    public async Task TakeBehindIt_ReadsOnlyTheNextHandful()
    {
        await using var service = await TestService.StartAsync(40);

        var ids = await service.Query().WithDetails(2).Take(3).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(40, 3), ids);
        Assert.InRange(service.Requests.Count, 1 + 3, 1 + 4);
    }

    [Fact]
    public async Task ProfileDeletedMeanwhile_IsLeftOut()
    {
        await using var service = await TestService.StartAsync(5);
        service.Emulator.BeforeResponse = (request, _) =>
        {
            if (request.PathAndQuery.Contains('?'))
                service.Emulator.Remove(TestProfiles.IdOf(3));
            return Task.CompletedTask;
        };

        var ids = await service.Query().WithDetails().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([4, 2, 1, 0]), ids);
    }

    [Fact]
    public async Task RequestsAtOnce_StayWithinWhatIsAllowed()
    {
        await using var service = await TestService.StartAsync(20);
        var (running, most) = (0, 0);
        TaskCompletionSource third = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = async (request, ended) =>
        {
            if (request.PathAndQuery.Contains('?'))
                return;
            var now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            if (now == 3)
                third.TrySetResult();
            await third.Task.WaitAsync(ended);
            Interlocked.Decrement(ref running);
        };

        Assert.Equal(20, (await service.Query().WithDetails(3).ToListAsync()).Count);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Refusal_Throws()
    {
        await using var service = await TestService.StartAsync(20);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith("_000007", StringComparison.Ordinal)
                ? Emulator.EmulatorResponse.Error(400, "invalid_request_error", "no")
                : null;

        await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().WithDetails().ToListAsync()
        );
    }

    [Fact]
    public void ConcurrencyBelowOne_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProfileQuery.FromItems([]).WithDetails(0));

    [Fact]
    public async Task LastDetailsFail_LeavesATokenBehindThePageBefore()
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().WithPageSize(2).WithPrefetch(0).Take(4).WithDetails(1).Select(p => p.Id);
        var requests = 0;
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref requests) == 6 ? EmulatorResponse.Error(403, "permission_error", "no") : null;
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesPermissionException>(async () =>
        {
            await foreach (var id in query)
                ids.Add(id);
        });
        ids.AddRange(await query.ResumeFrom(failure.ResumeToken).ToListAsync());

        Assert.Equal(TestProfiles.Newest(30, 4), ids);
    }
}
