using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Closing;

/// <summary>Calls that write to a variable of the caller's, by <c>out</c> or <c>ref</c>: a query can't.</summary>
public sealed class WritingCallsTests
{
    private const string Lost =
        "A query reads variables once, before its first request, so what is written there would be lost. "
        + "Read the value itself (p.Metadata[\"plan\"] is null where there is no such key), call a method of your own that returns it, or write that part in WhereOnClient.";

    private static readonly string Text = "7";
    private static readonly string[] Words = ["7"];
    private static readonly int[] Elements = [0];
    private static readonly int[,] Table = new int[1, 1];
    private static readonly Reading Read = int.TryParse;
    private static int shared;

    private delegate bool Reading(string? text, out int number);

    private static Dictionary<string, (Expression<Func<UserProfile, bool>> Condition, string Quoted)> Cases { get; } =
        WithVariables();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task CallThatWritesToAVariable_IsQuotedAndSendsNothing(string name)
    {
        var (condition, quoted) = Cases[name];
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().Where(condition);

        var error = await Assert.ThrowsAsync<UnsupportedQueryException>(async () => await query.ToListAsync());

        Assert.Equal($"{quoted}. {Lost}", error.Message);
        Assert.Equal(error.Message, Assert.Throws<UnsupportedQueryException>(() => query.Explain()).Message);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task SelectorKeyOrSetterThatWritesToAVariable_ThrowsBeforeAnythingIsSent()
    {
        await using var service = await TestService.StartAsync(3);
        var seats = 0;
        var plan = "";
        var query = service.Query();

        await RefusesAsync(async () =>
            await query.Select(p => int.TryParse(p.Metadata["seat"], out seats) ? seats : 0).ToListAsync()
        );
        await RefusesAsync(async () =>
            await query.Take(2).OrderBy(p => int.TryParse(p.Name, out seats) ? seats : 0).ToListAsync()
        );
        await RefusesAsync(async () =>
            await query.ExecuteUpdateAsync(set =>
                set.SetName(p => p.Metadata.TryGetValue("plan", out plan) ? plan : "")
            )
        );
        Assert.Empty(service.Requests);

        static Task RefusesAsync(Func<Task> run) => Assert.ThrowsAsync<UnsupportedQueryException>(run);
    }

    [Fact]
    public async Task ArgumentPassedByIn_IsReadLikeAnyOther()
    {
        await using var service = await TestService.StartAsync(6);
        var least = 3;

        var ids = await service.Query().Where(p => IsAtLeast(in least, p.Name!.Length)).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([4, 3, 2, 1]), ids);
    }

    private static bool IsAtLeast(in int least, int number) => number >= least;

    private static Dictionary<string, (Expression<Func<UserProfile, bool>>, string)> WithVariables()
    {
        var seats = 0;
        string? plan = null;
        return new()
        {
            ["number"] = (
                p => int.TryParse(p.Metadata["seat"], out seats) && seats > 5,
                "Int32.TryParse(p.Metadata[?], ?) writes to seats"
            ),
            ["pair"] = (
                p => p.Metadata.TryGetValue("plan", out plan) && plan == "pro",
                "p.Metadata.TryGetValue(?, ?) writes to plan"
            ),
            ["variable that is not read"] = (
                p => !int.TryParse(p.Name, out seats),
                "Int32.TryParse(p.Name, ?) writes to seats"
            ),
            ["ref"] = (
                p => p.Name != null && Interlocked.Increment(ref seats) > 1,
                "Interlocked.Increment(?) writes to seats"
            ),
            ["call without the profile"] = (
                p => int.TryParse(Text, out seats) && p.Name!.Length == seats,
                "Int32.TryParse(WritingCallsTests.Text, ?) writes to seats"
            ),
            ["call in a lambda"] = (
                p => p.Name != null && Words.Any(word => int.TryParse(word, out seats) && seats > 5),
                "Int32.TryParse(word, ?) writes to seats"
            ),
            ["constructor"] = (
                p => new SeatReader(p.Name, out seats).IsRead && seats > 5,
                "new SeatReader(p.Name, ?) writes to seats"
            ),
            ["delegate"] = (
                p => Read(p.Metadata["seat"], out seats) && seats > 5,
                "WritingCallsTests.Read(p.Metadata[?], ?) writes to seats"
            ),
            ["field"] = (
                p => int.TryParse(p.Name, out shared) && shared > 5,
                "Int32.TryParse(p.Name, WritingCallsTests.shared) writes to shared"
            ),
            ["element"] = (
                p => int.TryParse(p.Name, out Elements[0]) && Elements[0] > 5,
                "Int32.TryParse(p.Name, WritingCallsTests.Elements[?]) writes to an element of a collection"
            ),
            ["element of a table"] = (
                p => int.TryParse(p.Name, out Table[0, 0]),
                "Int32.TryParse(p.Name, WritingCallsTests.Table.Get(?, ?)) writes to an element of a collection"
            ),
            ["profile itself"] = (
                p => Interlocked.Exchange(ref p, null!).Name == "a",
                "Interlocked.Exchange(p, null) writes to p"
            ),
        };
    }

    private sealed class SeatReader
    {
        public SeatReader(string? text, out int seats) => IsRead = int.TryParse(text, out seats);

        public bool IsRead { get; }
    }
}
