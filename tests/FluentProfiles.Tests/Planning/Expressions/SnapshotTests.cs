using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Tests.Planning.Expressions;

public sealed class SnapshotTests
{
    public static TheoryData<object> Collections =>
        [
            new[] { "a", null },
            new List<string?> { "a", null },
            new HashSet<string> { "a" },
            new List<int> { 1 },
            new List<int?> { 1, null },
            new List<DateTimeOffset> { TestProfiles.Start },
            new HashSet<DateTimeOffset?> { TestProfiles.Start, null },
            new List<EnforcementStatus> { "banned" },
            new HashSet<AccessType> { "application" },
            new List<TrustGrantStatus> { "active" },
        ];

    [Theory]
    [MemberData(nameof(Collections))]
    public void Collection_IsCopied(object collection)
    {
        var copy = Snapshot.Of(collection);

        Assert.NotSame(collection, copy);
        Assert.Equal(collection, copy);
        Assert.IsType(collection.GetType(), copy);
    }

    [Fact]
    public void ComparerOfASet_IsKept()
    {
        HashSet<string> folded = new(StringComparer.OrdinalIgnoreCase) { "a" };

        Assert.Contains("A", Assert.IsType<HashSet<string>>(Snapshot.Of(folded)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text")]
    [InlineData(1)]
    public void AnythingElse_IsItself(object? value) => Assert.Same(value, Snapshot.Of(value));

    [Fact]
    public void UnknownCollection_IsItself()
    {
        object[] unknown = [new Queue<string>(), new List<Version>(), new Dictionary<string, string>()];

        Assert.All(unknown, collection => Assert.Same(collection, Snapshot.Of(collection)));
    }
}
