using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Times compared with one that is missing: what is called on it is skipped, and as an argument it is the default of
/// its type.</summary>
public sealed class MissingTimeTests
{
    private static readonly Shipment? None = null;
    private static readonly Shipment?[] OneMissing = [null];
    private static readonly UserProfile Unset = new() { Id = TestProfiles.IdOf(0) };

    private static readonly Expression<Func<UserProfile, bool>>[] Always =
    [
        p => p.CreatedAt.CompareTo(None!.At) > 0,
        p => p.CreatedAt.CompareTo(None!.At) >= 0,
        p => p.CreatedAt.CompareTo(None!.At) != -1,
        p => 0 < p.CreatedAt.CompareTo(None!.At),
        p => !(p.CreatedAt.CompareTo(None!.At) < 0),
        p => p.CreatedAt.UtcDateTime.CompareTo(None!.At.UtcDateTime) > 0,
        p => DateTimeOffset.Compare(p.CreatedAt, None!.At) > 0,
        p => DateTimeOffset.Compare(None!.At, p.CreatedAt) < 0,
        p => DateTime.Compare(None!.At.UtcDateTime, p.CreatedAt.UtcDateTime) < 0,
        p => OneMissing.Any(shipment => p.CreatedAt.CompareTo(shipment!.At) > 0),
        p => None!.At.CompareTo(p.CreatedAt) != 0,
        p => None!.At.CompareTo(p.CreatedAt) != 1,
        p => !(None!.At.CompareTo(p.CreatedAt) > -1),
        p => !None!.At.Equals(p.CreatedAt),
    ];

    private static readonly Expression<Func<UserProfile, bool>>[] Never =
    [
        p => p.CreatedAt.CompareTo(None!.At) < 0,
        p => DateTimeOffset.Compare(None!.At, p.CreatedAt) > 0,
        p => None!.At.CompareTo(p.CreatedAt) < 0,
        p => None!.At.CompareTo(p.CreatedAt) > -1,
        p => !(None!.At.CompareTo(p.CreatedAt) != 1),
        p => None!.At.Equals(p.CreatedAt),
        p => p.CreatedAt.Equals(None!.At),
    ];

    private static readonly Expression<Func<UserProfile, bool>>[] OfUnset =
    [
        p => p.CreatedAt.Equals(None!.At),
        p => p.CreatedAt.CompareTo(None!.At) == 0,
        p => DateTimeOffset.Equals(p.CreatedAt, None!.At),
        p => EqualityComparer<DateTimeOffset>.Default.Equals(None!.At, p.CreatedAt),
        p => !(DateTimeOffset.Compare(p.CreatedAt, None!.At) != 0),
    ];

    public static TheoryData<int> AlwaysRows => [.. Enumerable.Range(0, Always.Length)];

    public static TheoryData<int> NeverRows => [.. Enumerable.Range(0, Never.Length)];

    public static TheoryData<int> UnsetRows => [.. Enumerable.Range(0, OfUnset.Length)];

    [Theory]
    [MemberData(nameof(AlwaysRows))]
    public Task ComparisonThatAMissingTimePasses_HoldsForAll(int row) => AssertFindsAsync(Always[row], 9);

    [Theory]
    [MemberData(nameof(NeverRows))]
    public Task ComparisonThatAMissingTimeDoesNotPass_HoldsForNone(int row) => AssertFindsAsync(Never[row], 0);

    [Theory]
    [MemberData(nameof(UnsetRows))]
    public async Task EqualityWithAMissingTime_HoldsForTheDefault(int row) =>
        Assert.Equal(1, await ProfileQuery.FromItems([Unset, .. TestProfiles.Many(3)[1..]]).CountAsync(OfUnset[row]));

    private static async Task AssertFindsAsync(Expression<Func<UserProfile, bool>> condition, int count)
    {
        await using var service = await TestService.StartAsync(9);

        Assert.Equal(count, await service.Query().CountAsync(condition));
        Assert.Equal(count, await ProfileQuery.FromItems(TestProfiles.Many(9)).CountAsync(condition));
    }

    private sealed record Shipment(DateTimeOffset At);
}
