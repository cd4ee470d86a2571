using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Reliability;

/// <summary>Whatever something on the way changes, a query gives what LINQ gives over the profiles that there are or throws, and
/// nothing is written to a profile that the query does not match. <c>FLUENTPROFILES_CONTRADICTIONS</c> sets how many runs.</summary>
public sealed class ChangedAnswerTests
{
    private const int Count = 40;

    private static readonly UserProfile[] All = TestProfiles.Listed(Count);
    private static readonly DateTimeOffset Middle = TestProfiles.Start.AddMinutes(Count / 2);
    private static readonly string[] Some = TestProfiles.Ids([3, 8, 15, 39]);

    private static readonly (
        Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> Query,
        Func<IEnumerable<UserProfile>, IEnumerable<UserProfile>> Truth
    )[] Queries =
    [
        (query => query, all => all),
        (query => query.OrderBy(p => p.CreatedAt), all => all.OrderBy(p => p.CreatedAt)),
        (query => query.Reverse(), all => all.Reverse()),
        (query => query.Take(7), all => all.Take(7)),
        (query => query.Skip(5).Take(9), all => all.Skip(5).Take(9)),
        (query => query.Where(p => p.CreatedAt >= Middle), all => all.Where(p => p.CreatedAt >= Middle)),
        (query => query.Where(p => p.CreatedAt < Middle), all => all.Where(p => p.CreatedAt < Middle)),
        (query => query.Where(p => p.Metadata["plan"] == "pro"), all => all.Where(p => p.Metadata["plan"] == "pro")),
        (query => query.Where(p => Some.Contains(p.Id)), all => all.Where(p => Some.Contains(p.Id))),
        (
            query =>
                query.Where(p =>
                    Some.Contains(p.Id) && p.CreatedAt < Middle && p.EnforcementStatus == EnforcementStatus.Banned
                ),
            all =>
                all.Where(p =>
                    Some.Contains(p.Id) && p.CreatedAt < Middle && p.EnforcementStatus == EnforcementStatus.Banned
                )
        ),
        (
            query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned),
            all => all.Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
        ),
        (
            query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Take(4),
            all => all.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Take(4)
        ),
        (
            query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata["plan"] == "free"),
            all => all.Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata["plan"] == "free")
        ),
        (
            query =>
                query
                    .Where(p => p.EnforcementStatus == EnforcementStatus.Pending && p.CreatedAt > Middle)
                    .WithDetails(),
            all => all.Where(p => p.EnforcementStatus == EnforcementStatus.Pending && p.CreatedAt > Middle)
        ),
        (query => query.WithTwoEndedScan(), all => all),
        (
            query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Restricted).WithTwoEndedScan(),
            all => all.Where(p => p.EnforcementStatus == EnforcementStatus.Restricted)
        ),
    ];

    [Fact]
    public async Task Reading_GivesWhatThereIsOrThrows()
    {
        var (right, refused) = (0, 0);
        await using var emulator = Emulator();
        for (var seed = 0; seed < Scale.Of("FLUENTPROFILES_CONTRADICTIONS", 1_500); seed++)
        {
            Random random = new(seed);
            var number = random.Next(Queries.Length);
            var form = random.Next(3);
            // A token holds the service's cursor, and nothing of the pages before it.
            var changed = new ChangedAnswer(random, share: 20, swapsIds: false, replays: form < 2);
            using var client = changed.Client(emulator);
            var query = Queries[number].Query(client.Query()).WithPageSize(random.Next(2, 30));
            try
            {
                var ids = form switch
                {
                    0 => (await query.ToListAsync()).Select(p => p.Id),
                    // The order is checked where the time of creation is read.
                    1 => (await query.Select(p => new { p.Id, p.CreatedAt }).ToListAsync()).Select(p => p.Id),
                    _ => await PagesAsync(query, random.Next(1, 9)),
                };
                Assert.True(
                    IsRight(number, Queries[number].Truth(All).Select(p => p.Id), ids),
                    $"Seed {seed}, query {number}: {string.Join(", ", changed.Changes)}: {string.Join(' ', ids)}"
                );
                right++;
            }
            catch (ProfilesException)
            {
                Assert.NotEmpty(changed.Changes);
                refused++;
            }
        }
        Assert.InRange(refused / (double)(right + refused), 0.1, 0.9);
    }

    [Fact]
    public async Task Deleting_ChangesNoProfileThatTheQueryDoesNotMatch()
    {
        var (right, refused) = (0, 0);
        for (var seed = 0; seed < Scale.Of("FLUENTPROFILES_CONTRADICTIONS", 1_500) / 3; seed++)
        {
            Random random = new(seed);
            var number = random.Next(Queries.Length);
            var verifies = random.Next(2) == 0;
            // Which profiles a Take leaves out can't be seen in swapped ids.
            var changed = new ChangedAnswer(random, share: 10, swapsIds: verifies && number is not (3 or 4 or 11));
            await using var emulator = Emulator();
            using var client = changed.Client(emulator);
            var query = Queries[number].Query(client.Query()).WithPageSize(random.Next(2, 30));
            try
            {
                await query.ExecuteDeleteAsync(new() { AllowAll = true, VerifyEach = verifies });
                right++;
            }
            catch (ProfilesBulkWriteException)
            {
                refused++;
            }
            var matching = Queries[number].Truth(All).Select(p => p.Id).ToHashSet();
            var deleted = All.Select(p => p.Id).Except(emulator.Profiles.Select(p => p.Id));
            Assert.True(
                matching.IsSupersetOf(deleted),
                $"Seed {seed}, query {number}, {(verifies ? "verified" : "not verified")}: {string.Join(", ", changed.Changes)}: {string.Join(' ', deleted.Except(matching))}"
            );
        }
        Assert.InRange(refused / (double)(right + refused), 0.1, 0.95);
    }

    // Look-ups are ordered on the client, by what the answers say.
    private static bool IsRight(int number, IEnumerable<string> truth, IEnumerable<string> ids) =>
        number is 8 or 9 ? truth.Order().SequenceEqual(ids.Order()) : truth.SequenceEqual(ids);

    private static ProfileEmulator Emulator() => ProfileEmulator.Create(new() { Profiles = TestProfiles.Many(Count) });

    private static async Task<List<string>> PagesAsync(ProfileQuery<UserProfile> query, int size)
    {
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.ToPageAsync(size, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
        } while (token is not null);
        return ids;
    }
}
