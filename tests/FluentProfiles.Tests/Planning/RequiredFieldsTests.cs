namespace FluentProfiles.Tests.Planning;

/// <summary>An answer that omits a field is refused where the result of the query depends on it, and only there.</summary>
public sealed class RequiredFieldsTests
{
    private const string WithoutTime =
        """{"data":[{"id":"a","name":"x","metadata":{"plan":"pro"}}],"next_page":null}""";

    private static readonly Dictionary<string, (Func<ProfileQuery<UserProfile>, Task> Run, bool IsRefused)> Rows = new()
    {
        ["everything"] = (async q => await q.ToListAsync(), false),
        ["another condition"] = (async q => await q.Where(p => p.Metadata["plan"] == "pro").ToListAsync(), false),
        ["order of the service"] = (async q => await q.Skip(0).Select(p => p.Name).ToListAsync(), false),
        ["order by time"] = (async q => await q.OrderBy(p => p.CreatedAt).ToListAsync(), true),
        ["two ends"] = (async q => await q.WithTwoEndedScan().ToListAsync(), true),
        ["bound"] = (async q => await q.Where(p => p.CreatedAt > TestProfiles.Start).ToListAsync(), true),
        ["bound and code"] = (
            async q => await q.Where(p => p.CreatedAt > TestProfiles.Start).WhereOnClient(p => true).ToListAsync(),
            true
        ),
        ["condition on the time"] = (async q => await q.Where(p => p.CreatedAt.Hour == 3).ToListAsync(), true),
        ["selected time"] = (async q => await q.Select(p => p.CreatedAt).ToListAsync(), true),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AnswerWithoutTheTimeOfCreation_IsRefusedWhereItCounts(string name)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(WithoutTime, WithoutTime);

        var failure = await Record.ExceptionAsync(() => Rows[name].Run(service.Query()));

        if (!Rows[name].IsRefused)
            Assert.Null(failure);
        else
            Assert.Contains("created_at", Assert.IsType<ProfilesProtocolException>(failure).Message);
    }

    [Fact]
    public async Task CountOfAFilter_LeavesTheCheckToTheServiceUnlessATakeStopsIt()
    {
        const string noStatus = """{"data":[{"id":"a","created_at":"2026-05-01T00:00:00Z"}],"next_page":null}""";
        await using var service = await TestService.StartAsync(0);
        var banned = service.Query().Where(p => p.EnforcementStatus == "banned");
        service.Emulator.AnswerWith(noStatus, noStatus);

        Assert.Equal(1, await banned.CountAsync());
        await Assert.ThrowsAsync<ProfilesProtocolException>(async () => await banned.Take(3).CountAsync());
    }
}
