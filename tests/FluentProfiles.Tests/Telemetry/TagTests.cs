using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Telemetry;

/// <summary>The tag of a query or a call is everywhere where a person looks for the work that it names, and on no metric.</summary>
[Collection(AloneCollection.Name)]
public sealed class TagTests
{
    private static readonly string Id = TestProfiles.IdOf(0);

    private readonly List<ProfilesEvent> events = [];

    [Fact]
    public async Task Query_HasItInSpansEventsProgressAndPlan()
    {
        await using var service = await StartAsync();
        service.Emulator.FailFirst(1, EmulatorResponse.Error(500, "api_error", "No."));
        using Listener listener = new();
        LastReport report = new();
        var query = service.Query().TagWith("nightly export").Where(p => p.Name != "x").TagWith("EU").TagWith("EU");

        await query.WithProgress(report).ToListAsync();

        Assert.Equal("nightly export; EU", query.Explain().Tag);
        Assert.Contains("tag:            nightly export; EU", query.Explain().ToString());
        Assert.Equal("nightly export; EU", report.Value!.Tag);
        Assert.Equal(3, listener.Spans.Count);
        Assert.All(listener.Spans, span => Assert.Equal("nightly export; EU", span.GetTagItem("fluentprofiles.tag")));
        Assert.Equal(4, events.Count);
        Assert.All(events, it => Assert.Equal("nightly export; EU", it.Tag));
        Assert.All(events, it => Assert.EndsWith(" (tag: nightly export; EU)", $"{it}"));
    }

    [Fact]
    public async Task EmptyQuery_HasItInItsPlan()
    {
        await using var service = await StartAsync();

        Assert.Equal(
            "Nothing is sent: no profile can match. (tag: none of it)",
            service.Query().TagWith("none of it").Take(0).Explain().ToString()
        );
    }

    [Theory]
    [InlineData("get")]
    [InlineData("create")]
    [InlineData("update")]
    [InlineData("delete")]
    [InlineData("action URL")]
    [InlineData("data controls")]
    [InlineData("query")]
    [InlineData("bulk")]
    public async Task Failure_HasIt(string call)
    {
        await using var service = await StartAsync(retries: 0);
        service.Emulator.FailFirst(int.MaxValue, EmulatorResponse.Error(400, "invalid_request_error", "No."));

        var failure = await Assert.ThrowsAnyAsync<ProfilesException>(() => CallAsync(service, call, "import 7"));

        Assert.Equal("import 7", failure.Tag);
        Assert.EndsWith("No. (400, invalid_request_error) (tag: import 7)", failure.Message);
        Assert.Single(failure.Message.Split("import 7")[1..]);
        Assert.All(events, it => Assert.Equal("import 7", it.Tag));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("create")]
    [InlineData("delete")]
    [InlineData("action URL")]
    [InlineData("data controls")]
    [InlineData("query")]
    public async Task AnswerThatCantBeRead_HasIt(string call)
    {
        await using var service = await StartAsync(retries: 0);
        service.Emulator.AnswerWith("{}", "{}");

        var failure = await Assert.ThrowsAnyAsync<ProfilesException>(() => CallAsync(service, call, "import 7"));

        Assert.Equal("import 7", failure.Tag);
        Assert.EndsWith(" (tag: import 7)", failure.Message);
    }

    [Fact]
    public async Task BudgetThatIsTooSmallFromTheStart_HasIt()
    {
        await using var service = await StartAsync();
        var query = service.Query().Where(p => TestProfiles.Ids(new[] { 0, 1, 2 }).Contains(p.Id)).TagWith("look-up");

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await query.WithMaxRequests(2).ToListAsync()
        );

        Assert.Equal("look-up", failure.Tag);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task NoMetric_HasIt()
    {
        await using var service = await StartAsync();
        using Listener listener = new();

        await service.Query().TagWith("only-in-spans").ToListAsync();
        await service.Client.GetAsync(Id, new() { Tag = "only-in-spans" });

        // One span of the query, and two of requests.
        Assert.Equal(3, listener.Texts().Count(text => text.Contains("only-in-spans")));
    }

    [Fact]
    public async Task MissingTag_IsNotReported()
    {
        await using var service = await StartAsync();
        using Listener listener = new();

        await service.Query().ToListAsync();

        Assert.All(listener.Spans, span => Assert.Null(span.GetTagItem("fluentprofiles.tag")));
        Assert.All(events, it => Assert.DoesNotContain("tag", $"{it}"));
        Assert.Null(service.Query().Explain().Tag);
    }

    [Fact]
    public async Task Events_AreReadable()
    {
        await using var service = await StartAsync();
        service.Emulator.FailFirst(
            1,
            EmulatorResponse.Error(529, "overloaded_error", "No.").WithHeader("request-id", "req_1")
        );

        await service.Query().ToListAsync();

        Assert.Matches("^GET /v1/user_profiles failed with 529 after 0 ms, 0 bytes, request id req_1$", $"{events[0]}");
        Assert.Matches("^GET /v1/user_profiles failed with 529; retry 1 follows in .+s$", $"{events[1]}");
        Assert.Matches(@"^GET /v1/user_profiles returned 200 after .+, \d+ bytes, request id req_\w+$", $"{events[2]}");
        Assert.Matches(
            @"^a query ended after .+: 2 requests, 1 of them retries, 3 profiles read, 3 items returned, \d+ bytes, error none$",
            $"{events[3]}"
        );
    }

    [Fact]
    public async Task Progress_HasTheTimeOfTheLastRequest()
    {
        JumpingClock clock = new();
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(30),
            configureClient: options => options.TimeProvider = clock
        );
        var pages = 0;
        service.Emulator.BeforeResponse = (_, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(++pages));
            return Task.CompletedTask;
        };
        List<TimeSpan?> times = [];
        Reports reports = new(report => times.Add(report.LastRequestDuration));

        await service.Query().WithPageSize(10).WithPrefetch(0).WithProgress(reports).ToListAsync();

        Assert.Equal([1, 2, 3], times.Select(time => time!.Value.TotalSeconds));
    }

    private static async Task CallAsync(TestService service, string call, string tag)
    {
        CallOptions options = new() { Tag = tag };
        var client = service.Client;
        await (
            call switch
            {
                "get" => client.GetAsync(Id, options),
                "create" => client.CreateAsync(new() { Name = "Ada" }, options),
                "update" => client.UpdateAsync(Id, new() { Name = "Ada" }, options),
                "delete" => client.DeleteAsync(Id, options),
                "action URL" => client.CreateActionUrlAsync(Id, options),
                "data controls" => client.DataControls.GetAsync(Id, options),
                "bulk" => service.Query().Where(p => p.Name == null).TagWith(tag).ExecuteDeleteAsync(),
                _ => service.Query().TagWith(tag).ToListAsync().AsTask(),
            }
        );
    }

    private Task<TestService> StartAsync(int retries = 5) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
            {
                (options.MaxRetries, options.TimeProvider) = (retries, new JumpingClock());
                options.Observer = events.Add;
            }
        );

    private sealed class LastReport : IProgress<QueryProgress>
    {
        public QueryProgress? Value { get; private set; }

        public void Report(QueryProgress value) => Value = value;
    }

    private sealed class Reports(Action<QueryProgress> note) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => note(value);
    }
}
