namespace FluentProfiles.Tests.Model.Schema;

/// <summary>Holds the attributes that the analyzer reads and the checks of the library together, in both directions.</summary>
public sealed class RangeAttributeTests
{
    // Refused for another reason than a range.
    private static readonly Dictionary<string, string> OtherRules = new()
    {
        ["ProfilesClientOptions.BaseUrl"] = "an address, which FP0306 reads",
        ["ProfileQuery.ResumeFrom(token)"] = "a token, which is damaged or not",
        ["ProfileSetters.SetName(value)"] = "a field, whose attribute states its limits (FP0402)",
        ["ProfileSetters.SetMetadata(key)"] = "a field, whose attribute states its limits (FP0402)",
        ["ProfileSetters.SetMetadata(value)"] = "a field, whose attribute states its limits (FP0402)",
        ["ProfileSetters.RemoveMetadata(key)"] = "a field, whose attribute states its limits (FP0402)",
        ["SyncPlan.LoadAsync(path)"] = "a path, which .NET checks",
    };

    private static readonly Dictionary<Type, object[]> Extremes = new()
    {
        [typeof(int)] = [int.MinValue, -1, 0, 1, int.MaxValue - 1, int.MaxValue],
        [typeof(long)] = [long.MinValue, -1L, 0L, 1L, long.MaxValue],
        [typeof(double)] = [double.NegativeInfinity, -1.0, 0.0, 0.5, 1.0, 1e9, double.PositiveInfinity, double.NaN],
        [typeof(TimeSpan)] = [TimeSpan.MinValue, new TimeSpan(-1), TimeSpan.Zero, new TimeSpan(1), TimeSpan.MaxValue],
        [typeof(string)] = ["", " ", "a", "é", "\n", new string('a', 100_000)],
    };

    public static TheoryData<string> WithRange =>
        [.. ValuePlaces.All.Where(place => place.Range is not null).Select(place => place.Name).Distinct()];

    public static TheoryData<string> WithTextRange =>
        [.. ValuePlaces.All.Where(place => place.Text is not null).Select(place => place.Name).Distinct()];

    [Theory]
    [MemberData(nameof(WithRange))]
    public async Task BoundsOfARange_AreTheBoundsOfTheCheck(string name)
    {
        foreach (var place in ValuePlaces.All.Where(place => place.Name == name))
        {
            var (inside, outside) = RangeBounds.Of(place.Range!, place.Type);
            foreach (var value in inside)
                Assert.False(await place.RefusesAsync(value), $"{name} refuses {value}");
            foreach (var value in outside)
                Assert.True(await place.RefusesAsync(value), $"{name} takes {value}");
        }
    }

    [Theory]
    [MemberData(nameof(WithTextRange))]
    public async Task BoundsOfATextRange_AreTheBoundsOfTheCheck(string name)
    {
        foreach (var place in ValuePlaces.All.Where(place => place.Name == name))
        {
            var (inside, outside) = RangeBounds.Of(place.Text!);
            foreach (var value in inside)
                Assert.False(await place.RefusesAsync(value), $"{name} refuses '{value}'");
            foreach (var value in outside)
                Assert.True(await place.RefusesAsync(value), $"{name} takes '{value}'");
        }
    }

    [Fact]
    public async Task PlaceWithoutARange_TakesEveryValue()
    {
        var open = ValuePlaces.All.Where(place => place is { Range: null, Text: null }).ToList();
        Assert.NotEmpty(open);
        List<string> refused = [];
        foreach (var place in open)
        {
            foreach (var value in Extremes[place.Type])
            {
                if (await place.RefusesAsync(value))
                    refused.Add(place.Name);
            }
        }
        Assert.Equal(OtherRules.Keys.Order(), refused.Distinct().Order());
    }
}
