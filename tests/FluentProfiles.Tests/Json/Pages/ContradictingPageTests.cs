using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Json.Pages;

/// <summary>A page that contradicts its request is an exception with the way to resume, and never a result with fewer
/// profiles.</summary>
public sealed class ContradictingPageTests
{
    private const string Early = "2026-05-01T00:00:00Z";
    private const string Late = "2026-05-02T00:00:00Z";

    [Theory]
    [InlineData(100, 101)]
    [InlineData(100, 20_000)]
    [InlineData(3, 4)]
    [InlineData(1, 2)]
    public async Task MoreThanTheLimit_Throws(int limit, int count)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page(null, [.. Enumerable.Range(0, count)]));

        var failure = await FailAsync(service.Query().WithPageSize(limit));

        Assert.Contains($"limit, which is {limit}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanTheLimit_ThrowsHoweverItIsRead()
    {
        await using var service = await TestService.StartAsync(0);
        var page = Answers.Page(null, [.. Enumerable.Range(0, 101)]);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, page);
        var query = service.Query();

        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.CountAsync());
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.AnyAsync());
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.Take(2).ToListAsync());
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.CountAsync(p => p.Name == "x"));
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.WithTwoEndedScan().CountAsync());
    }

    [Fact]
    public async Task AsManyAsTheLimit_AreRead()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("a", 1, 2, 3), Answers.Page(null, 4));

        Assert.Equal(4, await service.Query().WithPageSize(3).CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"created_at\":null,")]
    [InlineData("\"Created_at\":\"2026-05-01T00:00:00Z\",")]
    public async Task CreatedAtThatIsNeededAndMissing_Throws(string member)
    {
        await using var service = await TestService.StartAsync(0);
        var body = $$"""{"data":[{ {{member}}"id":"uprof_1","metadata":{"plan":"pro"} }],"next_page":null}""";
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, body);
        var query = service.Query();

        foreach (
            var needing in new[]
            {
                query.Where(p => p.CreatedAt > TestProfiles.Start),
                query.OrderBy(p => p.CreatedAt),
                query.Where(p => p.Metadata["plan"] == "pro" && p.CreatedAt.Year > 2000),
                query.Where(p => p.Metadata["plan"] == "pro").Select(p => new UserProfile { CreatedAt = p.CreatedAt }),
                query.Where(p => p.CreatedAt < TestProfiles.Start || p.Name == null),
                query.WithTwoEndedScan(),
            }
        )
            Assert.Contains("created_at", (await FailAsync(needing)).Message, StringComparison.Ordinal);
        var paged = await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.ToPageAsync(1));
        Assert.Contains("created_at", paged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreatedAtThatIsNotRead_MayBeMissing()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith("""{"data":[{"id":"uprof_1"},{"id":"uprof_2"}],"next_page":null}""");

        Assert.Equal(["uprof_1", "uprof_2"], await service.Query().Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task CreatedAtThatOnlySomeHave_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("a", 1), """{"data":[{"id":"uprof_2"}],"next_page":null}""");

        await FailAsync(service.Query());
    }

    [Fact]
    public async Task LookedUpProfileWithoutACreatedAtThatIsNeeded_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, """{"id":"uprof_1"}""");

        await FailAsync(service.Query().Where(p => p.Id == "uprof_1" && p.CreatedAt > TestProfiles.Start));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OtherDirection_Throws(bool acrossPages)
    {
        await using var service = await TestService.StartAsync(0);
        string[] ascending = acrossPages
            ? [Page("\"a\"", ("1", Early)), Page("null", ("2", Late))]
            : [Page("null", ("1", Early), ("2", Late))];
        string[] descending = acrossPages
            ? [Page("\"a\"", ("1", Late)), Page("null", ("2", Early))]
            : [Page("null", ("1", Late), ("2", Early))];

        foreach (var (query, wrong, right) in Directions(service.Query(), ascending, descending))
        {
            service.Emulator.AnswerWith(wrong);
            var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.ToListAsync());
            Assert.Contains("by created_at", failure.Message, StringComparison.Ordinal);
            Assert.NotNull(failure.ResumeToken);
            service.Emulator.AnswerWith(right);
            Assert.Equal(2, (await query.ToListAsync()).Count);
        }
    }

    [Fact]
    public async Task OtherDirectionOfWhatPassesTheFirstConditions_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        // Read in two goes: the time of creation only of those that pass.
        service.Emulator.AnswerWith(
            """
            {"data":[{"id":"1","created_at":"2026-05-01T00:00:00Z","metadata":{"plan":"pro"}},
                     {"id":"2","created_at":"2026-05-03T00:00:00Z","metadata":{"plan":"free"}},
                     {"id":"3","created_at":"2026-05-02T00:00:00Z","metadata":{"plan":"pro"}}],"next_page":null}
            """
        );

        await FailAsync(service.Query().Where(p => p.Metadata["plan"] == "pro"));
    }

    // The order decides which profiles a Skip or a Take drops.
    [Fact]
    public async Task OtherDirectionOfWhatIsCounted_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Json(200, Page("null", ("1", Early), ("2", Early), ("3", Late)));

        await FailAsync(service.Query().Skip(2));
        await FailAsync(service.Query().Skip(2).Select(p => new { p.Id, p.CreatedAt }));
        await FailAsync(service.Query().Where(p => p.Id != "1").Skip(1));
        await FailAsync(service.Query().Where(p => p.Id != "1" && p.Id != "2").Take(1));
        await FailAsync(service.Query().Where(p => p.Id != "1").Skip(1).Take(1).Where(p => p.Name == null));
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await service.Query().Where(p => p.Id != "1" && p.Id != "2").FirstAsync()
        );
    }

    [Fact]
    public async Task PageThatRepeatsSomeOfTheOneBefore_IsRead()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(
            Page("\"a\"", ("4", "2026-05-04T00:00:00Z"), ("3", "2026-05-03T00:00:00Z")),
            Page("null", ("4", "2026-05-04T00:00:00Z"), ("3", "2026-05-03T00:00:00Z"), ("2", Late))
        );

        Assert.Equal(["4", "3", "4", "3", "2"], await service.Query().Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task PageThatLiesBeforeTheOneBefore_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(
            Page("\"a\"", ("2", Late), ("1", Early)),
            Page("\"b\""),
            Page("null", ("4", "2026-05-04T00:00:00Z"), ("3", "2026-05-03T00:00:00Z"))
        );

        await FailAsync(service.Query());
    }

    [Fact]
    public async Task OrderByName_IsNotChecked()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Page("null", ("1", Early), ("2", Late), ("3", Early)));

        Assert.Equal(["1", "2", "3"], await service.Query().OrderBy(p => p.Name).Select(p => p.Id).ToListAsync());
    }

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(204)]
    [InlineData(206)]
    [InlineData(226)]
    public async Task OtherStatusThan200_IsNoPageAndNoProfile(int status)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = request =>
            EmulatorResponse.Json(
                status,
                status == 204 ? ""
                    : request.PathAndQuery.Contains('?') ? Answers.Page(null, 1)
                    : $$"""{"id":"uprof_1","created_at":"{{Early}}"}"""
            );

        Assert.Contains(
            status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (await FailAsync(service.Query())).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await service.Query().CountAsync());
        await Assert.ThrowsAsync<ProfilesProtocolException>(() => service.Client.GetAsync("uprof_1"));
        await FailAsync(service.Query().Where(p => p.Id == "uprof_1"));
    }

    [Fact]
    public async Task WriteAnsweredInPart_Throws()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Json(206, """{"id":"uprof_1"}""");

        await Assert.ThrowsAsync<ProfilesProtocolException>(() => service.Client.UpdateAsync("uprof_1", new()));
        await Assert.ThrowsAsync<ProfilesProtocolException>(() => service.Client.DeleteAsync("uprof_1"));
        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => service.Client.CreateAsync(new()));
    }

    [Fact]
    public async Task ContradictionMidWay_HasATokenThatGoesOn()
    {
        await using var service = await TestService.StartAsync(250);
        var requests = 0;
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref requests) == 3
                ? EmulatorResponse.Json(200, Answers.Page(null, [.. Enumerable.Range(0, 101)]))
                : null;
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
        {
            await foreach (var profile in service.Query())
                ids.Add(profile.Id);
        });
        ids.AddRange(await service.Query().ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync());

        Assert.Equal(TestProfiles.Newest(250, 250), ids);
    }

    [Fact]
    public async Task CountByBrackets_RejectsWhatIsNoObject()
    {
        await using var service = await TestService.StartAsync(0);

        foreach (var entry in new[] { "null", "1", "\"uprof_1\"", "[]", "true" })
        {
            service.Emulator.AnswerWith($$"""{"data":[{"id":"a"},{{entry}}],"next_page":null}""");
            await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await service.Query().CountAsync());
        }
    }

    private static IEnumerable<(ProfileQuery<UserProfile> Query, string[] Wrong, string[] Right)> Directions(
        ProfileQuery<UserProfile> query,
        string[] ascending,
        string[] descending
    )
    {
        yield return (query, ascending, descending);
        yield return (query.OrderByDescending(p => p.CreatedAt), ascending, descending);
        yield return (query.OrderBy(p => p.CreatedAt), descending, ascending);
        yield return (query.Reverse(), descending, ascending);
        yield return (query.Where(p => p.CreatedAt > DateTimeOffset.UnixEpoch), ascending, descending);
        yield return (query.Where(p => p.Name == null), ascending, descending);
    }

    private static string Page(string next, params (string Id, string Created)[] profiles) =>
        $$"""{"data":[{{string.Join(',', profiles.Select(p => $$"""{"id":"{{p.Id}}","created_at":"{{p.Created}}"}"""))}}],"next_page":{{next}}}""";

    private static async Task<ProfilesProtocolException> FailAsync<T>(ProfileQuery<T> query)
    {
        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await query.ToListAsync());
        Assert.NotNull(failure.ResumeToken);
        return failure;
    }
}
