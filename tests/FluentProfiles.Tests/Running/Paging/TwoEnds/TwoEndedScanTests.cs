using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Running.Paging.TwoEnds;

public sealed class TwoEndedScanTests
{
    private const string Near = "GET /v1/user_profiles?limit=10";
    private const string Far = "GET /v1/user_profiles?limit=10&order=asc&order_by=created_at";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(20)]
    [InlineData(95)]
    [InlineData(100)]
    [InlineData(101)]
    public async Task FullRead_GivesTheListingInItsOrder(int count)
    {
        await using var service = await TestService.StartAsync(count);

        var ids = await Ids(service.Query().WithPageSize(10).WithTwoEndedScan()).ToListAsync();

        Assert.Equal(TestProfiles.Newest(count, count), ids);
    }

    [Fact]
    public async Task FullRead_ReadsEachHalfFromItsEndAndAPageMore()
    {
        await using var service = await TestService.StartAsync(100);
        service.Emulator.BeforeResponse = new EvenSides(mostPages: 10).WaitAsync;

        await Ids(service.Query().WithPageSize(10).WithPrefetch(0).WithTwoEndedScan())
            .ToListAsync()
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([Far, Near], service.Requests.Where(request => request is Far or Near).Order().Reverse());
        Assert.Equal(6, service.Requests.Count(request => request.Contains("order=asc")));
        Assert.Equal(6, service.Requests.Count(request => !request.Contains("order=asc")));
    }

    [Fact]
    public async Task OldestFirst_GivesThatOrder()
    {
        await using var service = await TestService.StartAsync(95);

        var ids = await Ids(service.Query().OrderBy(p => p.CreatedAt).WithPageSize(10).WithTwoEndedScan())
            .ToListAsync();

        Assert.Equal(TestProfiles.Newest(95, 95).Reverse(), ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(100)]
    public async Task EqualTimesWhereTheyMeet_AreNeitherLostNorDoubled(int atOneInstant)
    {
        // The middle ones were all created at once: more of them than a page holds, too.
        var profiles = TestProfiles.Many(100);
        var first = 50 - atOneInstant / 2;
        await using var service = await TestService.StartAsync([
            .. profiles.Select(
                (profile, number) =>
                    number >= first && number < first + atOneInstant
                        ? new UserProfile { Id = profile.Id, CreatedAt = TestProfiles.Start.AddMinutes(first) }
                        : profile
            ),
        ]);

        var ids = await Ids(service.Query().WithPageSize(10).WithTwoEndedScan()).ToListAsync();
        var count = await service.Query().WithPageSize(10).WithTwoEndedScan().CountAsync();

        Assert.Equal(service.Emulator.Profiles.Select(profile => profile.Id), ids);
        Assert.Equal(100, count);
    }

    [Fact]
    public async Task Filter_HoldsOnlyWhatMatches()
    {
        await using var service = await TestService.StartAsync(300);

        var ids = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .WithTwoEndedScan()
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(300, profile => profile.Metadata["plan"] == "pro"), ids);
    }

    [Fact]
    public async Task Workers_SeeEachProfileOnce()
    {
        await using var service = await TestService.StartAsync(250);
        System.Collections.Concurrent.ConcurrentBag<string> seen = [];

        await service
            .Query()
            .WithPageSize(10)
            .WithTwoEndedScan()
            .ForEachAsync(
                (profile, _) =>
                {
                    seen.Add(profile.Id);
                    return ValueTask.CompletedTask;
                },
                workers: 2
            );

        Assert.Equal(TestProfiles.Newest(250, 250), seen.OrderDescending());
    }

    [Fact]
    public async Task CreatedAndDeletedMeanwhile_ChangeNoOther()
    {
        await using var service = await TestService.StartAsync(200);
        List<string> ids = [];

        await foreach (var profile in service.Query().WithPageSize(10).WithTwoEndedScan())
        {
            ids.Add(profile.Id);
            if (ids.Count == 25)
            {
                service.Emulator.Remove(TestProfiles.IdOf(0));
                service.Emulator.Remove(TestProfiles.IdOf(120));
                service.Emulator.Add(TestProfiles.One(500));
            }
        }

        Assert.Equal(
            TestProfiles.Newest(200, 200).Except([TestProfiles.IdOf(0), TestProfiles.IdOf(120)]),
            ids.Except([TestProfiles.IdOf(0), TestProfiles.IdOf(120), TestProfiles.IdOf(500)])
        );
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(60)]
    [InlineData(75)]
    [InlineData(99)]
    public async Task TokenOfAPage_GoesOnBehindIt(int items)
    {
        await using var service = await TestService.StartAsync(100);
        var query = service.Query().WithPageSize(10).WithTwoEndedScan();
        List<string> ids = [];
        string? token = null;

        await foreach (var page in query.AsPages())
        {
            ids.AddRange(page.Items.Select(profile => profile.Id));
            token = page.ResumeToken;
            if (ids.Count >= items)
                break;
        }
        if (token is not null)
            ids.AddRange(await Ids(query.ResumeFrom(token)).ToListAsync());

        Assert.Equal(TestProfiles.Newest(100, 100), ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(9)]
    public async Task TokenOfAFailureBetweenBothEnds_LeavesOutWhatBothHaveRead(int failing)
    {
        await using var service = await TestService.StartAsync(100);
        var query = service.Query().WithPageSize(10).WithPrefetch(0).WithTwoEndedScan();
        List<string> ids = [];
        var requests = 0;
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref requests) > failing
                ? EmulatorResponse.Error(403, "permission_error", "Not with this key")
                : null;

        // All from there on: one that fails alone may be made needless by the other end.
        var failure = await Assert.ThrowsAsync<ProfilesPermissionException>(() => EachAsync(query));
        service.Emulator.Intercept = null;
        await EachAsync(query.ResumeFrom(failure.ResumeToken));

        Assert.Equal(TestProfiles.Newest(100, 100), ids.OrderDescending());

        Task EachAsync(ProfileQuery<UserProfile> source) =>
            source
                .ForEachAsync(
                    (profile, _) =>
                    {
                        lock (ids)
                            ids.Add(profile.Id);
                        return ValueTask.CompletedTask;
                    },
                    workers: 2
                )
                .AsTask();
    }

    [Theory]
    [InlineData(120, 0, 6)]
    [InlineData(120, 6, 0)]
    [InlineData(120, 6, 6)]
    [InlineData(117, 6, 6)]
    public async Task ResumedBehindAnyPageInWhateverOrderAnswersCame_GivesEachProfileOnce(int count, int near, int far)
    {
        var expected = TestProfiles.Newest(count, count);
        for (var seed = 0; seed < 40; seed++)
        {
            using var client = Hesitant(TestProfiles.Many(count), new Random(seed), near, far);
            var query = Ids(client.Query().WithPageSize(10).WithTwoEndedScan());
            List<string> given = [];
            await foreach (var page in query.AsPages())
            {
                given.AddRange(page.Items);
                if (page.ResumeToken is { } token)
                    Assert.Equal(expected, given.Concat(await query.ResumeFrom(token).ToListAsync()));
            }
            Assert.Equal(expected, given);
        }
    }

    [Fact]
    public async Task Cancellation_EndsBothSides()
    {
        await using var service = await TestService.StartAsync(100);
        using CancellationTokenSource cancellation = new();
        var requests = 0;
        service.Emulator.BeforeResponse = (_, stop) =>
        {
            if (Interlocked.Increment(ref requests) == 4)
                cancellation.Cancel();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Query().WithPageSize(10).WithTwoEndedScan().ToListAsync(cancellation.Token).AsTask()
        );

        Assert.InRange(service.Requests.Count, 4, 5);
    }

    [Fact]
    public void Plan_SaysWhereItHasAnEffect()
    {
        var query = ProfileQuery.FromItems([]).WithTwoEndedScan();

        Assert.True(query.Explain().TwoEnded);
        Assert.Contains("from both ends at once", query.Explain().ToString(), StringComparison.Ordinal);
        Assert.True(query.OrderBy(p => p.CreatedAt).Explain().TwoEnded);
        Assert.True(query.Where(p => p.Name == "x").Explain().TwoEnded);
        Assert.All(
            [
                query.Take(250),
                query.OrderBy(p => p.Name),
                query.Where(p => p.Id == "uprof_1"),
                query.Where(p => p.CreatedAt > TestProfiles.Start),
                query.Where(p => p.Name == "x").Take(5),
            ],
            without => Assert.True(without.Explain().IgnoresTwoEndedScan && !without.Explain().TwoEnded)
        );
    }

    private static ProfileQuery<string> Ids(ProfileQuery<UserProfile> query) => query.Select(profile => profile.Id);

    /// <summary>A client of an emulator without sockets whose answers take a while: up to so many turns of other tasks at
    /// either end.</summary>
    private static ProfilesClient Hesitant(UserProfile[] profiles, Random random, int near, int far)
    {
        var emulator = ProfileEmulator.Create(new() { Profiles = profiles });
        emulator.BeforeResponse = async (request, _) =>
        {
            int turns;
            lock (random)
                turns = random.Next((request.PathAndQuery.Contains("order=asc") ? far : near) + 1);
            for (turns *= turns * 3; turns >= 0; turns--)
                await Task.Yield();
        };
        return new(
            new() { BaseUrl = emulator.BaseUrl, ApiKey = TestService.Key },
            new HttpClient(emulator.CreateHandler())
        );
    }
}
