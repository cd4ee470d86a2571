namespace FluentProfiles.Tests.Model.Profiles;

public sealed class ProfileMapTests
{
    [Fact]
    public void MissingKey_IsNull()
    {
        var map = new ProfileMap<string> { ["plan"] = "pro" };

        Assert.Equal("pro", map["plan"]);
        Assert.Null(map["Plan"]);
        Assert.Null(ProfileMap<string>.Empty["plan"]);
        Assert.False(map.ContainsKey("other"));
        Assert.False(map.TryGetValue("other", out var other));
        Assert.Null(other);
        Assert.Throws<ArgumentNullException>(() => map[null!]);
    }

    [Fact]
    public void MissingKeyOfTheInterface_ThrowsAsItPromises()
    {
        IReadOnlyDictionary<string, string> map = new ProfileMap<string> { ["plan"] = "pro" };

        Assert.Equal("pro", map["plan"]);
        Assert.Throws<KeyNotFoundException>(() => map["other"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(300)]
    public void AnyNumberOfPairs_IsKeptInOrder(int count)
    {
        var pairs = Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"k{i}", $"v{i}")).ToArray();

        ProfileMap<string> map = new(pairs);
        ProfileMap<string> converted = pairs.ToDictionary();

        Assert.Equal(count, map.Count);
        Assert.Equal(pairs, map);
        Assert.Equal(pairs, converted);
        Assert.Equal(pairs.Select(pair => pair.Key), map.Keys);
        Assert.Equal(pairs.Select(pair => pair.Value), map.Values);
        Assert.All(pairs, pair => Assert.Equal(pair.Value, map[pair.Key]));
        Assert.Null(map["none"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void RepeatedKey_KeepsItsPlaceAndTheLastValue(int count)
    {
        var pairs = Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"k{i}", $"v{i}"));

        var map = new ProfileMap<string>([.. pairs, new("k0", "last")]);

        Assert.Equal(count, map.Count);
        Assert.Equal(new("k0", "last"), map.First());
        Assert.Equal("last", map["k0"]);
    }

    [Fact]
    public void Initialiser_RejectsNull()
    {
        Assert.Throws<ArgumentNullException>(() => new ProfileMap<string> { ["a"] = null });
        Assert.Throws<ArgumentNullException>(() => new ProfileMap<string>(null!));
        Assert.Equal("2", new ProfileMap<string> { ["a"] = "1", ["a"] = "2" }["a"]);
    }

    [Fact]
    public void Profile_HasNoNullParts()
    {
        var profile = new UserProfile
        {
            Id = null!,
            Metadata = null!,
            TrustGrants = null!,
            ExternalUserDetails = null!,
            EnforcementActions = null!,
            Programs = null!,
            AdditionalProperties = null!,
        };

        Assert.Equal("", profile.Id);
        Assert.Empty(profile.Metadata);
        Assert.Null(profile.TrustGrants["cyber"]);
        Assert.Null(profile.ExternalUserDetails.Country);
        Assert.Empty(profile.EnforcementActions);
        Assert.Null(profile.Programs.Cyber);
        Assert.Null(profile.AdditionalProperties["x"]);
        Assert.Equal("uprof_1", new UserProfile { Id = "uprof_1", Name = "Jane" }.ToString());
    }
}
