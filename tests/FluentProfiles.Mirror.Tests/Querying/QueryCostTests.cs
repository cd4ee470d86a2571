using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

/// <summary>A question costs the same however many profiles there are. Times are measured by the benchmarks; what is asserted is the
/// same on any machine.</summary>
public sealed class QueryCostTests
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int PageSize = 20;

    // Numbers of more digits.
    private const int Digits = 2_000;

    private static readonly QuestionCost[] Questions =
    [
        // Each reads the row of the scope first: is the mirror complete? Half of the bytes are the context, which these tests don't pool.
        new(
            "by reference",
            2,
            110_000,
            (query, _) =>
                query.Where(p => p.ExternalUserDetails.ReferenceId == "user-500").FirstOrDefaultAsync().AsTask()
        ),
        new("by id", 3, 110_000, (query, _) => query.Where(p => p.Id == "uprof_000500").FirstOrDefaultAsync().AsTask()),
        new(
            "newest of a pair",
            3,
            220_000,
            (query, _) => query.Where(p => p.Metadata["plan"] == "pro").Take(50).ToListAsync().AsTask()
        ),
        new(
            "count by status",
            2,
            110_000,
            (query, _) => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).CountAsync().AsTask()
        ),
        new("a page by name", 2, 180_000, (query, _) => ByName(query).ToPageAsync(PageSize).AsTask()),
        new(
            "a page by name in the middle",
            2,
            180_000,
            (query, middle) => ByName(query).ToPageAsync(PageSize, middle).AsTask()
        ),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AQuestion_CostsTheSameAtAnySize(DatabaseKind kind)
    {
        var few = await CostsAsync(kind, Few);
        var many = await CostsAsync(kind, Many);

        foreach (var question in Questions)
        {
            var (statements, bytes) = few[question.Name];
            var (ofMany, bytesOfMany) = many[question.Name];
            Assert.True(statements <= question.MostStatements, $"{question.Name}: {statements} statements");
            Assert.Equal((question.Name, statements), (question.Name, ofMany));
            if (kind != DatabaseKind.Sqlite)
                continue;
            Assert.True(bytes <= question.MostBytes, $"{question.Name}: {bytes} bytes");
            Assert.True(Math.Abs(bytesOfMany - bytes) <= Digits, $"{question.Name}: {bytes} and {bytesOfMany} bytes");
        }
    }

    private static async Task<Dictionary<string, (int Statements, long Bytes)>> CostsAsync(DatabaseKind kind, int count)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(count));
        var middle = (await ByName(mirror.Query()).ToPageAsync(count / 2)).ResumeToken;
        Dictionary<string, (int, long)> costs = [];
        foreach (var question in Questions)
        {
            var statements = await StatementsAsync(mirror, question, middle);
            costs.Add(question.Name, (statements, BytesOf(() => question.Ask(mirror.Query(), middle))));
        }
        return costs;
    }

    private static async Task<int> StatementsAsync(TestMirror mirror, QuestionCost question, string? middle)
    {
        using SentStatements sent = new(mirror.Database);
        await question.Ask(mirror.Query(), middle);
        mirror.Database.Sent = null;
        return sent.Texts.Count;
    }

    // SQLite runs on the thread that asks, so its bytes are all counted there.
    private static long BytesOf(Func<Task> ask) => Allocations.Of(() => ask().GetAwaiter().GetResult());

    private static ProfileQuery<UserProfile> ByName(ProfileQuery<UserProfile> query) =>
        query.WithPageSize(PageSize).OrderBy(p => p.Name);

    /// <param name="Name">The question.</param>
    /// <param name="MostStatements">The most statements that it takes: SQLite may first count what the index of the filter finds.</param>
    /// <param name="MostBytes">The most that it allocates.</param>
    /// <param name="Ask">Asks it; the text is the token of a page in the middle.</param>
    private sealed record QuestionCost(
        string Name,
        int MostStatements,
        long MostBytes,
        Func<ProfileQuery<UserProfile>, string?, Task> Ask
    );
}
