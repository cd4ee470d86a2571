using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing.Bulk.Writes;

/// <summary>Nothing is written to a profile that fails a condition of the query, whatever lies between the client and the
/// service.</summary>
public sealed class ConditionsBeforeWriteTests
{
    private static readonly DateTimeOffset Noon = TestProfiles.Start.AddMinutes(20);

    private static readonly Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>[] Queries =
    [
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Name != null),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).WithDetails(),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Take(3),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).WithPageSize(1),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).WithTwoEndedScan(),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).OrderBy(p => p.Name),
        query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.CreatedAt < Noon),
    ];

    public static TheoryData<int, int> Cases
    {
        get
        {
            TheoryData<int, int> cases = [];
            for (var query = 0; query < Queries.Length; query++)
            {
                foreach (var share in new[] { 1, 2, 3, 4, 10 })
                    cases.Add(query, share);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task FilterThatIsDroppedOnTheWay_ChangesNoOtherProfile(int number, int share)
    {
        await using var service = await TestService.StartAsync(60);
        var requests = 0;
        // Dropped from each request, from each second, and so on.
        var intermediary = new Intermediary
        {
            Address = address =>
                Interlocked.Increment(ref requests) % share == 0
                    ? address.Replace("&enforcement_status%5B%5D=banned", "")
                    : address,
        };
        using var client = intermediary.Client(service);
        var matching = TestProfiles.Many(60).Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        try
        {
            await Queries[number](client.Query()).ExecuteDeleteAsync(new() { Concurrency = 2 });
        }
        catch (ProfilesBulkWriteException failure)
        {
            // Or what the service says to a cursor of another filter.
            Assert.True(failure.InnerException is ProfilesProtocolException or ProfilesInvalidRequestException);
        }

        Assert.Empty(service.WrittenIds().Except(matching.Select(p => p.Id)));
    }

    [Fact]
    public async Task DroppedFilter_IsNamed()
    {
        await using var service = await TestService.StartAsync(60);
        var intermediary = new Intermediary
        {
            Address = address => address.Replace("&enforcement_status%5B%5D=banned", ""),
        };
        using var client = intermediary.Client(service);

        var failure = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            Queries[0](client.Query()).ExecuteDeleteAsync()
        );

        Assert.Contains("enforcement_status", failure.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0, 0), failure.Report.Counts());
        Assert.NotNull(failure.ResumeToken);
        Assert.Empty(service.Writes());
    }

    [Fact]
    public async Task SingleProfilesThatFailTheFilter_AreNotWritten()
    {
        await using var service = await TestService.StartAsync(60);
        var intermediary = new Intermediary
        {
            Body = (request, body) => request.Method == HttpMethod.Get ? WithStatus(body, 3, "unrestricted") : body,
        };
        using var client = intermediary.Client(service);

        var report = await Queries[0](client.Query()).ExecuteDeleteAsync();

        Assert.Equal((14, 14, 0, 0, 0), report.Counts());
        Assert.DoesNotContain(TestProfiles.IdOf(3), service.WrittenIds());
    }

    [Fact]
    public async Task DetailsThatFailAConditionBefore_AreNotWritten()
    {
        await using var service = await TestService.StartAsync(20);
        // What the GETs report, and the page did not yet.
        var intermediary = new Intermediary
        {
            Body = (request, body) =>
                request.IsGetOf(3) ? JsonChange.Of(body, profile => profile["enforcement_status"] = "unrestricted")
                : request.IsGetOf(7) ? JsonChange.Of(body, profile => profile["name"] = "zz")
                : body,
        };
        using var client = intermediary.Client(service);
        var query = client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
            .WhereOnClient(p => p.Name != "zz")
            .WithDetails();

        var report = await query.ExecuteDeleteAsync();

        Assert.Equal((3, 3, 0, 0, 0), report.Counts());
        Assert.Equal(TestProfiles.Ids([11, 15, 19]), service.WrittenIds().Order());
    }

    private static string WithStatus(string body, int number, string status) =>
        JsonChange.Of(
            body,
            page =>
            {
                foreach (var profile in page["data"]!.AsArray())
                {
                    if ((string)profile!["id"]! == TestProfiles.IdOf(number))
                        profile["enforcement_status"] = status;
                }
            }
        );
}
