using System.Threading.RateLimiting;

namespace FluentProfiles.Tests.Writing.Bulk;

public sealed class ExecuteUpdateTests
{
    private static readonly BulkWriteOptions All = new() { AllowAll = true };

    [Fact]
    public async Task EachProfileFound_IsWrittenAsTheSettersSay()
    {
        await using var service = await TestService.StartAsync(10);

        var report = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .ExecuteUpdateAsync(c =>
                c.SetName(p => p.Name + "!")
                    .SetMetadata("tier", p => p.ExternalUserDetails.Country == "US" ? "gold" : "silver")
                    .RemoveMetadata("plan")
            );

        Assert.Equal((3, 3, 0, 0, 0), report.Counts());
        Assert.Equal(TestProfiles.Ids([2, 4, 8]), service.WrittenIds().Order());
        Assert.Equal(
            """{"name":"a0004!","metadata":{"tier":"gold","plan":""}}""",
            service.Writes().Single(request => request.PathAndQuery.EndsWith("0004", StringComparison.Ordinal)).Body
        );
        Assert.Equal(["tier"], service.Stored(8).Metadata.Keys);
        Assert.Equal("found 3, written 3, unchanged 0, failed 0", report.ToString());
    }

    [Fact]
    public async Task ProfilesAsWanted_AreNotWritten()
    {
        await using var service = await TestService.StartAsync(12);

        var report = await service.Query().ExecuteUpdateAsync(c => c.SetMetadata("plan", "pro"), All);

        Assert.Equal((12, 8, 4, 0, 0), report.Counts());
        Assert.Equal(8, service.Writes().Count);
        Assert.All(service.Emulator.Profiles, profile => Assert.Equal("pro", profile.Metadata["plan"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(350)]
    public async Task SecondRun_WritesNothing(int count)
    {
        await using var service = await TestService.StartAsync(count);
        Task<BulkWriteReport> RunAsync() =>
            service
                .Query()
                .ExecuteUpdateAsync(
                    c => c.SetName(p => p.Id).SetMetadata("tier", p => p.ExternalUserDetails.Country),
                    All
                );

        Assert.Equal((count, count, 0, 0, 0), (await RunAsync()).Counts());
        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, count)), service.WrittenIds().Order());
        service.Emulator.ClearRequests();

        Assert.Equal((count, 0, count, 0, 0), (await RunAsync()).Counts());
        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task OnlyWhatIsNeeded_IsRead()
    {
        await using var service = await TestService.StartAsync(3);
        List<QueryProgress> progress = [];

        await service
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted)
            .WithProgress(new Listener<QueryProgress>(progress.Add))
            .ExecuteUpdateAsync(c => c.SetMetadata("tier", p => p.ExternalUserDetails.Country));

        Assert.Equal(["id", "metadata", "external_user_details.country"], progress[^1].Plan!.Fields);
        Assert.Equal(["GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=restricted"], service.Reads());
    }

    [Fact]
    public async Task Set_WritesAnyFieldThatCanBeWritten()
    {
        await using var service = await TestService.StartAsync(3);
        var moment = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(2));

        var report = await service
            .Query()
            .ExecuteUpdateAsync(
                c =>
                    c.Set(p => p.AccessType, AccessType.Passthrough)
                        .Set(p => p.ExternalUserDetails.Country, "FR")
                        .Set(p => p.ExternalUserDetails.AccountStatus, p => AccountStatus.Active)
                        .Set(p => p.ExternalUserDetails.ReferenceId, p => p.Id)
                        .Set(p => p.ExternalUserDetails.OnboardedAt, p => moment),
                All
            );

        Assert.Equal((3, 3, 0, 0, 0), report.Counts());
        Assert.Equal(
            """{"access_type":"passthrough","external_user_details":{"country":"FR","account_status":"active","reference_id":"uprof_000002","onboarded_at":"2026-06-01T10:00:00Z"}}""",
            service.Writes().Single(request => request.PathAndQuery.EndsWith('2')).Body
        );
        Assert.Equal(moment, service.Stored(1).ExternalUserDetails.OnboardedAt);
    }

    [Fact]
    public async Task SetUnderAnOlderShape_WritesItsFields()
    {
        await using var service = await TestService.StartAsync(2);

        await service
            .Query()
            .Take(1)
            .WithBeta(AnthropicBeta.UserProfiles2026_03_24)
            .ExecuteUpdateAsync(c => c.Set(p => p.ExternalId, "x").Set(p => p.Relationship, Relationship.Internal));

        var write = Assert.Single(service.Writes());
        Assert.Equal("""{"external_id":"x","relationship":"internal"}""", write.Body);
        Assert.Equal("user-profiles-2026-03-24", write.Headers["anthropic-beta"]);
    }

    [Fact]
    public async Task WhatDoesNotDependOnTheProfile_IsEvaluatedOnce()
    {
        await using var service = await TestService.StartAsync(5);
        var calls = 0;
        Func<string> stamp = () => $"run {++calls}";

        await service.Query().ExecuteUpdateAsync(c => c.SetMetadata("stamp", p => stamp()), All);

        Assert.All(service.Emulator.Profiles, profile => Assert.Equal("run 1", profile.Metadata["stamp"]));
    }

    [Fact]
    public async Task NullsInSetters_ReadThrough()
    {
        await using var service = await TestService.StartAsync(6);

        var report = await service
            .Query()
            .Where(p => p.Name == null)
            .ExecuteUpdateAsync(c => c.SetMetadata("initial", p => p.Name!.Substring(0, 1)));

        Assert.Equal((2, 0, 2, 0, 0), report.Counts());
    }

    [Fact]
    public async Task Details_AreReadByGetBeforeTheSetters()
    {
        await using var service = await TestService.StartAsync(3);

        await service
            .Query()
            .WithDetails()
            .ExecuteUpdateAsync(c => c.SetMetadata("efs", p => p.Programs.Efs!.Status.ToString()), All);

        Assert.Equal("active", service.Stored(0).Metadata["efs"]);
        Assert.Equal("pending", service.Stored(1).Metadata["efs"]);
        Assert.Equal(4, service.Reads().Count());
    }

    [Fact]
    public async Task Ids_AreLookedUp()
    {
        await using var service = await TestService.StartAsync(300);
        var ids = TestProfiles.Ids([3, 200, 299, 999]);

        var report = await service.Query().Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(c => c.SetName("x"));

        Assert.Equal((3, 3, 0, 0, 0), report.Counts());
        Assert.Equal(4, service.Reads().Count());
    }

    [Fact]
    public async Task Take_LimitsWhatIsWritten()
    {
        await using var service = await TestService.StartAsync(300);

        var report = await service.Query().OrderBy(p => p.CreatedAt).Take(120).ExecuteUpdateAsync(c => c.SetName("x"));

        Assert.Equal((120, 120, 0, 0, 0), report.Counts());
        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, 120)), service.WrittenIds().Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task SortedByTheNameThatIsSet_LosesAndDoublesNone(int concurrency)
    {
        await using var service = await TestService.StartAsync(350);

        var report = await service
            .Query()
            .OrderBy(p => p.Name)
            .WithPageSize(10)
            .ExecuteUpdateAsync(
                c => c.SetName(p => "z" + p.Name),
                new() { AllowAll = true, Concurrency = concurrency }
            );

        Assert.Equal((350, 350, 0, 0, 0), report.Counts());
        Assert.Equal(350, service.WrittenIds().Distinct().Count());
        Assert.Equal("zB0001", service.Stored(1).Name);
        Assert.True(service.LastRead() < service.FirstWrite());
    }

    [Fact]
    public async Task Writes_StartBeforeEverythingIsRead()
    {
        await using var service = await TestService.StartAsync(350);

        await service.Query().WithPrefetch(0).ExecuteUpdateAsync(c => c.SetName("x"), All);

        Assert.True(service.FirstWrite() < service.LastRead());
    }

    [Fact]
    public async Task TwoEndedScan_WritesEachOnce()
    {
        await using var service = await TestService.StartAsync(450);

        var report = await service.Query().WithTwoEndedScan().ExecuteUpdateAsync(c => c.SetName("x"), All);

        Assert.Equal((450, 450, 0, 0, 0), report.Counts());
        Assert.Equal(450, service.WrittenIds().Distinct().Count());
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(8, 2)]
    public async Task Writes_AreNeverMoreAtOnceThanTheRunAndTheClientAllow(int concurrency, int? permits)
    {
        await using var limiter = permits is { } most
            ? new ConcurrencyLimiter(new() { PermitLimit = most, QueueLimit = 100 })
            : null;
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(60),
            configureClient: options => options.RateLimiter = limiter
        );
        var (now, peak) = (0, 0);
        service.Emulator.BeforeResponse = async (_, _) =>
        {
            lock (service)
                peak = Math.Max(peak, ++now);
            await Task.Yield();
            lock (service)
                now--;
        };

        var report = await service
            .Query()
            .WithPrefetch(0)
            .ExecuteUpdateAsync(c => c.SetName("x"), new() { AllowAll = true, Concurrency = concurrency });

        Assert.Equal((60, 60, 0, 0, 0), report.Counts());
        Assert.InRange(peak, 1, permits ?? concurrency);
    }

    [Fact]
    public async Task Progress_CountsUpToTheReport()
    {
        await using var service = await TestService.StartAsync(30);
        List<BulkWriteProgress> heard = [];

        var report = await service
            .Query()
            .ExecuteUpdateAsync(
                c => c.SetMetadata("plan", "pro"),
                new() { AllowAll = true, Progress = new Listener<BulkWriteProgress>(heard.Add) }
            );

        Assert.Equal(30, heard.Count);
        Assert.Equal(
            Enumerable.Range(1, 30).Select(n => (long)n),
            heard.Select(progress => progress.Written + progress.Unchanged + progress.Failed)
        );
        Assert.Equal(new(report.Found, report.Written, report.Unchanged, report.Failed), heard[^1]);
    }

    private sealed class Listener<T>(Action<T> hear) : IProgress<T>
    {
        public void Report(T value) => hear(value);
    }
}
