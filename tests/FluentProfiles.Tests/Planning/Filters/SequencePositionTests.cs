using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Searches whose arguments are spans or references, which no captured collection holds: they are no membership of
/// one item.</summary>
public sealed class SequencePositionTests
{
    private static readonly char[] Letters = ['a', '0', '0', '0', '2'];
    private static readonly string[] Words = ["x", "a0002", "B0001"];
    private static readonly Vocabulary Known = new("a0002", "B0001");
    private static readonly Spellings Spelled = new("a0002", "B0001");

    // A null that is passed as a span is an empty one, which is found at once.
    private static readonly (Expression<Func<UserProfile, bool>> Condition, Func<UserProfile, bool> Meant)[] Rows =
    [
        (p => Letters.IndexOf(p.Name!.ToCharArray()) == 0, p => p.Name is null or "a0002"),
        (p => Letters.IndexOf(p.Name!.ToCharArray()) > 0, _ => false),
        (p => 0 > Letters.IndexOf(p.Name!.ToCharArray()), p => p.Name is not (null or "a0002")),
        (p => Words.IndexOf(p.Name!.Split(' ')) >= 0, p => p.Name is null or "a0002" or "B0001"),
        (p => Words.IndexOf(p.Name!.Split(' ')) != 1, p => p.Name != "a0002"),
        (p => Words.LastIndexOf(p.Name!.Split(' ')) == 2, p => p.Name == "B0001"),
        (p => Known.Contains(p.Name), p => p.Name is "a0002" or "B0001"),
    ];

    // An application compiled ahead of time can't hold these spans in an expression.
    private static readonly (Expression<Func<UserProfile, bool>> Condition, Func<UserProfile, bool> Meant)[] OfSpans =
    [
        (p => Letters.Contains(p.Name, StringComparison.OrdinalIgnoreCase), p => p.Name is null or "a0002"),
        (p => Letters.IndexOf(p.Name, StringComparison.Ordinal) == 0, p => p.Name is null or "a0002"),
        (p => Spelled.Contains(p.Name), p => p.Name is "a0002" or "B0001"),
        (p => Spelled.ContainsKey(p.Name), p => p.Name is "a0002" or "B0001"),
        (p => Spelled.IndexOf(p.Name) == 1, p => p.Name == "B0001"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Rows.Length)];

    public static TheoryData<int> NumbersOfSpans => [.. Enumerable.Range(0, OfSpans.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task SearchForASequence_MeansWhatLinqMeans(int number) =>
        AssertMeansAsync(Rows[number].Condition, Rows[number].Meant);

    [Theory]
    [MemberData(nameof(NumbersOfSpans))]
    [Trait("Needs", "Compiler")]
    public Task SearchForASpan_MeansWhatLinqMeans(int number) =>
        AssertMeansAsync(OfSpans[number].Condition, OfSpans[number].Meant);

    private static async Task AssertMeansAsync(
        Expression<Func<UserProfile, bool>> condition,
        Func<UserProfile, bool> meant
    )
    {
        var expected = TestProfiles.IdsWhere(9, meant);
        await using var service = await TestService.StartAsync(9);

        Assert.Equal(expected, await service.Query().Where(condition).Select(p => p.Id).ToListAsync());
        Assert.Equal(expected.Length, await ProfileQuery.FromItems(TestProfiles.Listed(9)).CountAsync(condition));
        Assert.Null(service.Query().Where(condition).Explain().StopsWhen);
    }

    private sealed class Vocabulary(params string[] words)
    {
        public bool Contains(in string? word) => words.Contains(word);
    }

    private sealed class Spellings(params string[] words)
    {
        public bool Contains(ReadOnlySpan<char> word) => IndexOf(word) >= 0;

        public bool ContainsKey(ReadOnlySpan<char> word) => Contains(word);

        public int IndexOf(ReadOnlySpan<char> word) => Array.IndexOf(words, word.ToString());
    }
}
