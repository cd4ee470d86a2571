using FluentProfiles.Planning;
using FluentProfiles.Resume;

namespace FluentProfiles.Tests.Resume;

/// <summary>Tokens made by somebody who knows the whole query, so that its identity is right and only the place is hostile.</summary>
public sealed class HostileTokenTests
{
    private static readonly string[] Cursors =
    [
        "0",
        "999999999",
        "-1",
        "page_10",
        "../../v1/organizations",
        "a&limit=1000&order=asc",
        "\u202e",
        new string('x', 60_000),
    ];

    [Fact]
    public async Task HostilePlace_IsRefusedOrStaysWithinTheQuery()
    {
        using TokenQueries queries = new();
        Random random = new(20261128);
        var (refused, resumed) = (0, 0);
        for (var number = 0; number < 1_000; number++)
        {
            var (name, query) = queries.All.ElementAt(random.Next(queries.All.Count));
            // A Take bounds how many items come from wherever the token starts.
            var allowed = (
                name == "window"
                    ? queries.Profiles.Where(p => p.Name is not null).Select(p => p.Id)
                    : await query.Select(p => p.Id).ToListAsync()
            ).ToHashSet();
            // A page reads no more than the query does from its start, in pages of the size that the token names.
            var point = Any(random);
            var most = MostRequests(queries, name, point.Limit ?? 10);
            queries.Emulator.ClearRequests();
            try
            {
                var page = await query.Select(p => p.Id).ToPageAsync(20, Token(query, point));
                Assert.True(page.Items.Count <= 20 && allowed.IsSupersetOf(page.Items), $"{number}: {name} {point}");
                resumed++;
            }
            catch (Exception refusal) when (refusal is ArgumentException or ProfilesInvalidRequestException)
            {
                refused++;
            }
            Assert.True(
                queries.Emulator.Requests.Count <= most,
                $"{number}: {name} {queries.Emulator.Requests.Count} requests for {point}"
            );
        }
        Assert.True(refused > 100 && resumed > 100, $"{refused} refused, {resumed} resumed");
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("conditions")]
    [InlineData("window")]
    [InlineData("look-ups")]
    [InlineData("by name")]
    public async Task DeliveredWhereNothingIsSkipped_IsRefusedBeforeARequest(string name)
    {
        using TokenQueries queries = new();
        var token = Token(queries.All[name], new() { Returned = int.MaxValue });

        await Assert.ThrowsAsync<ArgumentException>(() => queries.All[name].ToPageAsync(20, token).AsTask());

        Assert.Empty(queries.Emulator.Requests);
    }

    [Fact]
    public async Task DeliveredBeyondTake_IsRefusedBeforeARequest()
    {
        using TokenQueries queries = new();
        var query = queries.All["sorted here"];

        await Assert.ThrowsAsync<ArgumentException>(() =>
            query.ToPageAsync(20, Token(query, new() { Returned = 41 })).AsTask()
        );
        Assert.Empty(queries.Emulator.Requests);
        Assert.Single((await query.ToPageAsync(20, Token(query, new() { Returned = 39 }))).Items);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(int.MaxValue)]
    public async Task LongerTake_IsRefusedBeforeARequest(int left)
    {
        using TokenQueries queries = new();
        var query = queries.All["window"];

        await Assert.ThrowsAsync<ArgumentException>(() =>
            query.ToPageAsync(20, Token(query, new() { Countdowns = [left, 0] })).AsTask()
        );

        Assert.Empty(queries.Emulator.Requests);
    }

    private static int MostRequests(TokenQueries queries, string name, int limit) =>
        name switch
        {
            "look-ups" or "look-ups by name" => 40,
            "details" => (2 * queries.Profiles.Length / limit) + 2 + queries.Profiles.Length,
            _ => (2 * queries.Profiles.Length / limit) + 2,
        };

    private static string Token(ProfileQuery<UserProfile> query, ResumePoint point) =>
        ResumeToken.Write(
            QueryFingerprint.Of(query.Explain().Execution, query.Definition.Open().Address, own: 0),
            point,
            protector: null
        );

    private static ResumePoint Any(Random random) =>
        new()
        {
            Limit = Maybe(random, () => random.Next(1, 101), 10),
            Cursor = random.Next(3) == 0 ? Cursors[random.Next(Cursors.Length)] : null,
            Returned = random.Next(4) == 0 ? random.Next(1, 100) : 0,
            Countdowns = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(4)).Select(_ => Count(random))],
            Examined = random.Next(3) == 0 ? new(Time(random), random.Next(4) == 0 ? null : Ids(random)) : null,
            LookedUp = random.Next(5) == 0 ? [.. Enumerable.Repeat((byte)0xaa, random.Next(1, 8))] : null,
            Far =
                random.Next(4) == 0
                    ? new(
                        random.Next(2) == 0 ? null : Cursors[random.Next(Cursors.Length)],
                        random.Next(2) == 0,
                        random.Next(2) == 0 ? null : Time(random),
                        random.Next(2) == 0 ? null : Time(random)
                    )
                    : null,
        };

    private static int? Maybe(Random random, Func<int> value, int other) => random.Next(3) == 0 ? value() : other;

    private static int Count(Random random) =>
        random.Next(3) switch
        {
            0 => int.MaxValue,
            1 => 0,
            _ => random.Next(40),
        };

    private static long Time(Random random) =>
        random.Next(4) switch
        {
            0 => DateTimeOffset.MinValue.Ticks,
            1 => DateTimeOffset.MaxValue.Ticks,
            _ => TestProfiles.Start.AddMinutes(random.Next(-2, 15)).UtcTicks,
        };

    /// <summary>As many as there may be, with hash codes that collide in a table of .NET.</summary>
    private static IdSet Ids(Random random) =>
        new([
            .. Enumerable
                .Range(0, random.Next(ExaminedPart.MostIds + 1))
                .Select(i => random.Next(3) == 0 ? IdHash.Of(TestProfiles.IdOf(i % 60)) : ((ulong)i << 32) | (uint)i),
        ]);
}
