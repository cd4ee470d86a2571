using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Resume;

/// <summary>A token has at most 4 KB beside the service's cursor, whatever the query and the listing.</summary>
public sealed class TokenLengthTests
{
    [Fact]
    public async Task ManyLookUps_ResumeFromAShortToken()
    {
        var ids = TestProfiles.Ids(Enumerable.Range(0, 1_000));
        var query = ProfileQuery
            .FromItems(TestProfiles.Many(1_000))
            .Where(p => ids.Contains(p.Id))
            .OrderBy(p => p.Name);
        var expected = await query.Select(p => p.Id).ToListAsync();

        Assert.Equal(expected, await WalkAsync(query, 150, most: 400));
    }

    [Fact]
    public async Task MoreLookUpsThanATokenHasRoomFor_ResumeByTheirNumber()
    {
        var ids = TestProfiles.Ids(Enumerable.Range(0, 17_000));
        // Only a condition on what a GET alone reports makes so many look-ups.
        var query = ProfileQuery
            .FromItems(TestProfiles.Many(17_000))
            .Where(p => ids.Contains(p.Id) && p.Programs.Efs != null);
        Assert.Equal(17_000, query.Explain().Lookups);

        Assert.Equal(await query.Select(p => p.Id).ToListAsync(), await WalkAsync(query, 6_000, most: 100));
    }

    [Fact]
    public async Task ListingByNameThatChanges_KeepsTokensShort()
    {
        var emulator = ProfileEmulator.Create(new() { Profiles = TestProfiles.Many(600) });
        using var client = Client(emulator);
        var query = client.Query().OrderBy(p => p.Name).Where(p => p.Name != null);
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.ToPageAsync(7, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
            AssertShort(token, 4096);
            // The page in which the run stopped loses one of those that were examined.
            emulator.Remove(page.Items[0].Id);
        } while (token is not null);

        Assert.Equal(480, ids.Distinct().Count());
        Assert.Equal(480, ids.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task ThousandsOfOneInstantFromBothEnds_HaveShortTokens(int workers)
    {
        var emulator = ProfileEmulator.Create(
            new()
            {
                Profiles =
                [
                    .. TestProfiles
                        .Many(3_000)
                        .Select(
                            (p, n) =>
                                new UserProfile
                                {
                                    Id = p.Id,
                                    CreatedAt = TestProfiles.Start.AddMinutes(Math.Clamp(n, 500, 2_500)),
                                }
                        ),
                ],
            }
        );
        using var client = Client(emulator);
        var query = client.Query().WithTwoEndedScan();
        Reports reports = [];
        await query.WithProgress(reports).ForEachAsync((_, _) => ValueTask.CompletedTask, workers);

        Assert.Equal(3_000, reports[^1].Returned);
        foreach (var report in reports.Where((report, i) => report.ResumeToken is not null && i % 5 == 0))
        {
            AssertShort(report.ResumeToken, 4096);
            HashSet<string> rest = [];
            await query
                .ResumeFrom(report.ResumeToken)
                .ForEachAsync(
                    (profile, _) =>
                    {
                        lock (rest)
                            Assert.True(rest.Add(profile.Id));
                        return ValueTask.CompletedTask;
                    },
                    workers
                );
            Assert.Equal(3_000 - report.Returned, rest.Count);
        }
    }

    [Fact]
    public async Task QueryOfManyWindows_ResumesByTheNumberOfItsItems()
    {
        var query = ProfileQuery.FromItems(TestProfiles.Many(300));
        for (var i = 0; i < 500; i++)
            query = query.Take(1_000_000_000);

        Assert.Equal(TestProfiles.Newest(300, 300), await WalkAsync(query, 70, most: 4096));
    }

    private static async Task<List<string>> WalkAsync(ProfileQuery<UserProfile> query, int size, int most)
    {
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.Select(p => p.Id).ToPageAsync(size, token);
            ids.AddRange(page.Items);
            token = page.ResumeToken;
            AssertShort(token, most);
        } while (token is not null);
        return ids;
    }

    private static void AssertShort(string? token, int most) => Assert.InRange(token?.Length ?? 0, 0, most);

    private static ProfilesClient Client(ProfileEmulator emulator) =>
        new(new() { BaseUrl = emulator.BaseUrl, ApiKey = TestService.Key }, new HttpClient(emulator.CreateHandler()));

    private sealed class Reports : List<QueryProgress>, IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => Add(value);
    }
}
