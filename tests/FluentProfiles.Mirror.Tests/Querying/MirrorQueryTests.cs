using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class MirrorQueryTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WholeListing_ComesInPagesOfAThousand(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(2_500));
        List<int> sizes = [];
        await foreach (var page in mirror.Query().AsPages())
            sizes.Add(page.Items.Count);
        List<int> small = [];
        await foreach (var page in mirror.Query().WithPageSize(100).Take(250).AsPages())
            small.Add(page.Items.Count);

        Assert.Equal([1_000, 1_000, 500], sizes);
        Assert.Equal([100, 100, 50], small);
        Assert.Equal(TestProfiles.Newest(2_500, 2_500), await mirror.Query().Select(p => p.Id).ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReferenceCountryStatusPairAndName_AreFilteredByTheDatabase(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(300));
        var query = mirror.Query();

        await AssertFindsAsync(query.Where(p => p.ExternalUserDetails.ReferenceId == "user-7"), 7);
        await AssertFindsAsync(query.Where(p => p.Name == "B0007" || p.Name == "a0008"), 8, 7);
        await AssertFindsAsync(
            query.Where(p => new[] { "user-3", "user-5" }.Contains(p.ExternalUserDetails.ReferenceId)),
            5,
            3
        );
        await AssertFindsAsync(
            query.Where(p =>
                p.Metadata["plan"] == "pro"
                && p.ExternalUserDetails.Country == "US"
                && p.CreatedAt < TestProfiles.Start.AddMinutes(9)
            ),
            8,
            4,
            2
        );
        await AssertFindsAsync(query.Where(p => p.Id == TestProfiles.IdOf(12)).OrderBy(p => p.UpdatedAt), 12);
        await AssertFindsAsync(
            query.Where(p =>
                p.Name == null
                && p.EnforcementStatus != EnforcementStatus.Restricted
                && !p.Metadata.ContainsKey("plan")
                && p.UpdatedAt >= TestProfiles.Start.AddDays(1).AddMinutes(-60)
            ),
            60,
            30,
            15,
            0
        );

        static async Task AssertFindsAsync(ProfileQuery<UserProfile> found, params int[] numbers)
        {
            Assert.Empty(found.Explain().OnClient);
            Assert.Equal(TestProfiles.Ids(numbers), await found.Select(p => p.Id).ToListAsync());
            Assert.Equal(numbers.Length, await found.CountAsync());
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SkipTakeAndCount_AreTheDatabases(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(50));
        List<QueryProgress> reports = [];
        var pro = mirror.Query().Where(p => p.Metadata["plan"] == "pro").WithProgress(new Reports(reports.Add));

        var some = await pro.OrderBy(p => p.Name).Skip(5).Take(3).Select(p => p.Id).ToListAsync();
        var (read, requests) = (reports[^1].Read, reports[^1].Requests);
        var count = await pro.CountAsync();

        var expected = mirror.Profiles.Where(p => p.Metadata["plan"] == "pro").ToArray();
        Assert.Equal(
            expected
                .OrderBy(p => p.Name is null)
                .ThenBy(p => p.Name, StringComparer.Ordinal)
                .Skip(5)
                .Take(3)
                .Select(p => p.Id),
            some
        );
        Assert.Equal((3, 1), (read, requests));
        Assert.Equal(expected.Length, count);
        Assert.Equal((0, 1), (reports[^1].Read, reports[^1].Requests));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Take_CountsWhatPassesTheConditionsOnTheClient(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(2_200));
        var query = mirror.Query().Where(p => p.Name!.EndsWith("01") && p.ExternalUserDetails.Country == "DE").Take(5);

        Assert.Equal(TestProfiles.Ids([2101, 2001, 1901, 1801, 1701]), await query.Select(p => p.Id).ToListAsync());
        Assert.Contains("LIMIT 1001", query.Explain().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Scopes_AreNotMixed(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(3));
        await mirror.Database.Store("https://other.example").PutAsync(TestProfiles.Many(9));
        await mirror.Database.Store("https://api.example", "wrkspc_1").PutAsync(TestProfiles.Many(7));

        Assert.Equal(3, await mirror.Query().CountAsync());
        Assert.Equal(1, await mirror.Query().CountAsync(p => p.Metadata["plan"] == "pro"));
        Assert.Equal(2, await mirror.Query().CountAsync(p => p.Metadata["plan"] == "pro" || p.Name == "B0001"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Copy_IsReadInsteadOfTheDatabase(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(3));
        await using var copy = await TestMirror.OfAsync(kind, TestProfiles.Many(2));
        ProfileMirrorOptions options = new();
        options.QueryFrom(new TestContexts<OrdersContext>(copy.Database.Context));
        await using var reading = await TestMirror.OpenAsync(mirror.Database, mirror.Mirror.Client, options);

        Assert.Equal(2, await reading.Query().CountAsync());
        Assert.Equal(2, (await reading.Query().ToListAsync()).Count);
    }

    [Fact]
    public async Task Plan_ShowsTheSqlItsValuesAndWhatIsCheckedAgain()
    {
        await using var mirror = await TestMirror.OfAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        var query = mirror
            .Query()
            .Where(p => p.Metadata["plan"] == "pro" && p.CreatedAt <= TestProfiles.Start && p.Name!.Length > 2)
            .OrderBy(p => p.Name)
            .Select(p => p.Id);
        const string expected = """
            SELECT p."Json", p."Id", p."NameKey" FROM "MirroredProfile" AS p INNER JOIN "MirroredMetadata" AS m0 ON m0."Profile" = p."Key" WHERE p."Scope" = @p0 AND m0."Scope" = @p0 AND m0."Key" = @p1 AND m0."Value" = @p2 AND (m0."CreatedAt" <= @p3) AND p."NameKey" >= @p4 ORDER BY p."NameKey", p."Id" LIMIT 1001
              @p0:            1
              @p1:            "plan"
              @p2:            "pro"
              @p3:            1777593600000000
              @p4:            x''
              then:           SELECT p."Json", p."Id", p."NameKey" FROM "MirroredProfile" AS p INNER JOIN "MirroredMetadata" AS m0 ON m0."Profile" = p."Key" WHERE p."Scope" = @p0 AND m0."Scope" = @p0 AND m0."Key" = @p1 AND m0."Value" = @p2 AND (m0."CreatedAt" <= @p3) AND p."NameKey" IS NULL ORDER BY p."Id" LIMIT 1001
              order:          name, ascending
              fields:         id, created_at, name
              filter:         metadata["plan"] in ["pro"]
              prune:          created_at <= 2026-05-01T00:00:00.0000000Z, checked again on the client
              on the client:  Where(p => p.CreatedAt <= 2026-05-01T00:00:00+00:00 && p.Name.Length > 2)
              on the client:  Select(p => p.Id)
              requests:       at least 1, no upper bound
            """;

        Assert.Equal(expected, query.Explain().ToString(), ignoreLineEndingDifferences: true);
        Assert.DoesNotContain("pro", query.Explain(redact: true).ToString(), StringComparison.Ordinal);
        Assert.Contains("  @p1:            ?", query.Explain(redact: true).ToString(), StringComparison.Ordinal);
    }

    private sealed class Reports(Action<QueryProgress> add) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => add(value);
    }
}
