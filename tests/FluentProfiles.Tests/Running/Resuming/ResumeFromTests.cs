namespace FluentProfiles.Tests.Running.Resuming;

public sealed class ResumeFromTests
{
    private static readonly Dictionary<
        string,
        (
            Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> Query,
            Func<IEnumerable<UserProfile>, IEnumerable<UserProfile>> Items
        )
    > Cases = new()
    {
        ["everything"] = (q => q, q => q),
        ["order"] = (q => q.OrderBy(), q => q.OrderBy(p => p.CreatedAt)),
        ["filter on the client"] = (q => q.Where(p => p.Name == null), q => q.Where(p => p.Name == null)),
        ["filter of the service"] = (
            q => q.Where(p => p.EnforcementStatus == "banned"),
            q => q.Where(p => p.EnforcementStatus == "banned")
        ),
        ["Take"] = (q => q.Take(35), q => q.Take(35)),
        ["Skip"] = (q => q.Skip(13), q => q.Skip(13)),
        ["Skip Take"] = (q => q.Skip(13).Take(21), q => q.Skip(13).Take(21)),
        ["Where Skip Take"] = (
            q => q.WhereOnClient(p => p.Name is not null).Skip(3).Take(30),
            q => q.Where(p => p.Name is not null).Skip(3).Take(30)
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TokenOfAPage_GivesExactlyTheRest(string name)
    {
        var (query, items) = Cases[name];
        await using var service = await TestService.StartAsync(50);
        var expected = items(TestProfiles.Listed(50)).Select(p => p.Id).ToList();
        var asked = query(service.Query()).WithPageSize(10);
        var whole = await asked.ToListAsync();
        var allRequests = service.Requests.Count;
        List<string> before = [];

        await foreach (var page in asked.AsPages())
        {
            before.AddRange(page.Items.Select(p => p.Id));
            if (page.ResumeToken is null)
                break;
            service.Emulator.ClearRequests();
            var rest = await asked.ResumeFrom(page.ResumeToken).Select(p => p.Id).ToListAsync();
            Assert.Equal(expected, [.. before, .. rest]);
            Assert.InRange(service.Requests.Count, 1, allRequests - 1);
            Assert.All(service.Requests, request => Assert.EndsWith("&page=…", request));
        }

        Assert.Equal(expected, whole.Select(p => p.Id));
        Assert.Equal(expected, before);
    }

    [Fact]
    public async Task ResumedAfterEachPage_ReadsNoPageAgain()
    {
        await using var service = await TestService.StartAsync(250);
        string? token = null;
        List<string> ids = [];

        do
        {
            await foreach (var page in service.Query().ResumeFrom(token).AsPages())
            {
                ids.AddRange(page.Items.Select(p => p.Id));
                token = page.ResumeToken;
                break;
            }
        } while (token is not null);

        Assert.Equal(TestProfiles.Newest(250, 250), ids);
        Assert.Equal(3, service.Emulator.Requests.Select(request => request.PathAndQuery).Distinct().Count());
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task ProfilesChangedMeanwhile_AreNeitherLostNorDoubled()
    {
        await using var service = await TestService.StartAsync(50);
        var query = service.Query().WhereOnClient(p => p.Name is not null);
        var first = await query.ToPageAsync(5);

        service.Emulator.Add(
            new()
            {
                Id = "uprof_new",
                Name = "new",
                CreatedAt = TestProfiles.Start.AddYears(1),
            }
        );
        service.Emulator.Remove(first.Items[0].Id);
        var rest = await query.ResumeFrom(first.ResumeToken).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(50, p => p.Name is not null).Skip(5), rest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task NoToken_StartsFromTheBeginning(string? none)
    {
        await using var service = await TestService.StartAsync(5);
        var page = await service.Query().ToPageAsync(2, none);

        Assert.Equal(TestProfiles.Newest(5, 2), page.Items.Select(p => p.Id));
        Assert.Equal(5, await service.Query().ResumeFrom(page.ResumeToken).ResumeFrom(none).CountAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task NoToken_StartsFromTheCursorOfTheQuery(string? none)
    {
        await using var service = await TestService.StartAsync(50);
        var query = service.Query().WithPageSize(20).Select(p => p.Id);
        var first = await query.AsPages().FirstAsync();
        var rest = TestProfiles.Newest(50, 50).Skip(20).ToList();
        var fromCursor = query.FromPage(first.NextPage!);

        Assert.Equal(rest, await fromCursor.ResumeFrom(none).ToListAsync());
        Assert.Equal(rest, await query.ResumeFrom(none).FromPage(first.NextPage!).ToListAsync());
        Assert.Equal(rest, await fromCursor.ResumeFrom(first.ResumeToken).FromPage(first.NextPage!).ToListAsync());
        Assert.Equal(rest.Take(3), (await fromCursor.ToPageAsync(3, none)).Items);
        Assert.Equal(rest.Take(20), (await fromCursor.ResumeFrom(none).AsPages().FirstAsync()).Items);
    }

    [Fact]
    public async Task SavedToken_ResumesAQueryWithACursor()
    {
        await using var service = await TestService.StartAsync(50);
        var query = service.Query().WithPageSize(20).Select(p => p.Id);
        var start = query.FromPage((await query.AsPages().FirstAsync()).NextPage!);
        List<string> ids = [];
        for (string? saved = null; ids.Count < 50; )
        {
            var page = await start.ResumeFrom(saved).AsPages().FirstAsync();
            ids.AddRange(page.Items);
            if ((saved = page.ResumeToken) is null)
                break;
        }

        Assert.Equal(TestProfiles.Newest(50, 50).Skip(20), ids);
    }

    [Fact]
    public async Task TokenOfAnotherProjection_Holds()
    {
        await using var service = await TestService.StartAsync(50);
        var page = await service.Query().Select(p => p.Name).ToPageAsync(20);

        var rest = await service.Query().Select(p => p.Id).ResumeFrom(page.ResumeToken).ToListAsync();

        Assert.Equal(TestProfiles.Newest(50, 50).Skip(20), rest);
    }

    [Fact]
    public async Task TerminalsForOneItem_GoOnFromTheToken()
    {
        await using var service = await TestService.StartAsync(6);
        var query = service.Query().Where(p => p.Type == "user_profile");
        var rest = query.ResumeFrom((await query.ToPageAsync(4)).ResumeToken);
        var last = query.ResumeFrom((await query.ToPageAsync(5)).ResumeToken);

        Assert.Equal(TestProfiles.IdOf(1), (await rest.FirstAsync()).Id);
        Assert.Equal(TestProfiles.IdOf(1), (await rest.FirstOrDefaultAsync())!.Id);
        Assert.Equal(TestProfiles.IdOf(0), (await rest.ElementAtAsync(1)).Id);
        Assert.Equal(TestProfiles.IdOf(0), (await last.SingleAsync()).Id);
        Assert.Equal(TestProfiles.IdOf(0), (await last.SingleOrDefaultAsync())!.Id);
        Assert.True(await last.AnyAsync());
        Assert.Equal(2, await rest.CountAsync());
    }
}
