using System.Reflection;
using System.Text.Json;

namespace FluentProfiles.Tests.Json.Comparing;

/// <summary>Copies of profiles, and their comparison by content.</summary>
public sealed class UserProfileComparerTests
{
    private static readonly UserProfile One = new()
    {
        Id = "uprof_1",
        Name = "Ada",
        Metadata = new() { ["plan"] = "pro", ["seat"] = "4" },
        ExternalId = "x-1",
        ExternalUserDetails = new() { Country = "DE" },
        EnforcementActions = [new() { Id = "enac_1", Reason = EnforcementReason.HighHarm }],
        Programs = new() { Cyber = new() { Tiers = new() { ["a"] = new() { Status = TierStatus.Active } } } },
        TrustGrants = new() { ["cyber"] = new() { Status = TrustGrantStatus.Active } },
        AdditionalProperties = More("""{"score":{"a":1,"b":[1,2]}}"""),
    };

    private static readonly Dictionary<string, (UserProfile Other, string Difference)> Cases = new()
    {
        ["name"] = (One with { Name = "Bea" }, "Name \"Ada\" → \"Bea\""),
        ["no name"] = (One with { Name = null }, "Name \"Ada\" → nothing"),
        ["pair"] = (
            One with
            {
                Metadata = new() { ["plan"] = "team", ["seat"] = "4" },
            },
            "Metadata[\"plan\"] \"pro\" → \"team\""
        ),
        ["time"] = (
            One with
            {
                CreatedAt = One.CreatedAt.AddTicks(1),
            },
            "CreatedAt \"0001-01-01T00:00:00.0000000Z\" → \"0001-01-01T00:00:00.0000001Z\""
        ),
        ["enum"] = (One with { AccessType = "new" }, "AccessType nothing → \"new\""),
        ["detail"] = (
            One with
            {
                ExternalUserDetails = One.ExternalUserDetails with { Country = "FR" },
            },
            "ExternalUserDetails.Country \"DE\" → \"FR\""
        ),
        ["action"] = (
            One with
            {
                EnforcementActions = [new() { Id = "enac_1", Reason = EnforcementReason.Unspecified }],
            },
            "EnforcementActions[0].Reason \"high_harm\" → \"unspecified\""
        ),
        ["tier"] = (
            One with
            {
                Programs = new() { Cyber = new() { Tiers = new() { ["a"] = new() { Status = "off" } } } },
            },
            "Programs.Cyber.Tiers[\"a\"].Status \"active\" → \"off\""
        ),
        ["empty part"] = (
            One with
            {
                Programs = new() { Cyber = One.Programs.Cyber, Efs = new() },
            },
            "Programs.Efs nothing → \"{…}\""
        ),
        ["unknown member"] = (
            One with
            {
                AdditionalProperties = More("""{"score":{"a":1,"b":[1,3]}}"""),
            },
            "AdditionalProperties[\"score\"].b[1] \"2\" → \"3\""
        ),
    };

    public static TheoryData<string> Situations => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Situations))]
    public void MemberDiffers_IsNamed(string situation)
    {
        var (other, difference) = Cases[situation];

        Assert.Equal(difference, Assert.Single(UserProfileComparer.Content.Differences(One, other)).ToString());
        Assert.NotEqual(One, other, UserProfileComparer.Content);
    }

    [Theory]
    [InlineData("""{"a":"5"}""", """{"a":5}""", "a \"\"5\"\" → \"5\"")]
    [InlineData("""{"a":null}""", """{"a":"null"}""", "a \"null\" → \"\"null\"\"")]
    [InlineData("""{"a":true}""", """{"a":"true"}""", "a \"true\" → \"\"true\"\"")]
    [InlineData("""{"a":{}}""", """{"a":"{…}"}""", "a \"{…}\" → \"\"{…}\"\"")]
    [InlineData("""{"a":[]}""", """{"a":"[…]"}""", "a \"[…]\" → \"\"[…]\"\"")]
    [InlineData("""{"a":{"b":1},"a.b":2}""", """{"a":{"b":2},"a.b":2}""", "a.b \"1\" → \"2\"")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"x"}""", "a \"\ufffd\" → \"x\"")]
    [InlineData("""{"\ud800":1}""", """{"\ud800":2}""", "\ufffd \"1\" → \"2\"")]
    [InlineData(
        """{"a":["\udc00\ud800",{"\ud800":"\ud83d\ude00"}]}""",
        """{"a":["\udc00\ud800",{"\ud800":"\ud83d"}]}""",
        "a[1].\ufffd \"😀\" → \"\ufffd\""
    )]
    public void DifferentUnknownMembers_AreNamed(string before, string after, string difference)
    {
        var (one, other) = (Read(before), Read(after));

        Assert.Equal(
            $"ExternalUserDetails.AdditionalProperties[\"note\"].{difference}",
            Assert.Single(UserProfileComparer.Content.Differences(one, other)).ToString()
        );
        Assert.Equal(one, Read(before), UserProfileComparer.Content);

        static UserProfile Read(string note) =>
            JsonSerializer.Deserialize<UserProfile>(
                $$$"""{"id":"uprof_1","external_user_details":{"country":"DE","note":{{{note}}}}}"""
            )!;
    }

    [Fact]
    public void UnknownMemberReadWithOtherOptions_IsCompared()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        using var parsed = JsonDocument.Parse(
            $$"""{ "a": [1, /* one */ 2,], "b": {{deep}} }""",
            new()
            {
                MaxDepth = 1000,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            }
        );
        var one = One with { AdditionalProperties = new([KeyValuePair.Create("more", parsed.RootElement)]) };

        Assert.Equal(one, one with { }, UserProfileComparer.Content);
    }

    [Fact]
    public void SameContent_IsEqual()
    {
        var same = One with
        {
            Metadata = new() { ["seat"] = "4", ["plan"] = "pro" },
            CreatedAt = One.CreatedAt,
            ExternalUserDetails = One.ExternalUserDetails with { },
            AdditionalProperties = More("""{"score":{"b":[1,2],"a":1}}"""),
        };

        Assert.Equal(One, same, UserProfileComparer.Content);
        Assert.Equal(UserProfileComparer.Content.GetHashCode(One), UserProfileComparer.Content.GetHashCode(same));
        Assert.NotEqual(One, same);
        Assert.NotEqual(One.ExternalUserDetails, same.ExternalUserDetails);
        Assert.True(UserProfileComparer.Content.Equals(null, null));
        Assert.False(UserProfileComparer.Content.Equals(One, null));
    }

    [Fact]
    public void Copy_LeavesTheOriginalAlone()
    {
        var copy = One with { ExternalId = "x-2", Type = "other" };

        Assert.Equal(("x-1", "user_profile"), (One.ExternalId, One.Type));
        Assert.Equal(("x-2", "other"), (copy.ExternalId, copy.Type));
        Assert.Same(One.TrustGrants, copy.TrustGrants);
        Assert.Equal("uprof_1", copy.ToString());
    }

    [Fact]
    public void NewProfile_HasWhatCanBeWritten()
    {
        var profile = NewProfile.From(One);

        foreach (var member in typeof(NewProfile).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            Assert.Equal(typeof(UserProfile).GetProperty(member.Name)!.GetValue(One), member.GetValue(profile));
        Assert.Null(ProfileChanges.Between(One, profile));
        Assert.Equal(
            "Name = \"Ada\", ExternalId = \"x-1\", Metadata[\"plan\"] = \"pro\", Metadata[\"seat\"] = \"4\", ExternalUserDetails.Country = \"DE\"",
            profile.ToString()
        );
    }

    [Fact]
    public void Texts_SayWhatIsThere()
    {
        var name = "Ada";
        var query = ProfileQuery.FromItems([]).Where(p => p.Name == name).Take(5).Select(p => p.Id);

        Assert.Equal("Query().Where(p => p.Name == name).Take(5).Select(p => p.Id)", query.ToString());
        Assert.Equal("{ plan = pro, seat = 4 }", One.Metadata.ToString());
        Assert.Equal("{ }", new ProfileMap<string>().ToString());
        Assert.Equal("nothing", new ProfileChanges().ToString());
        Assert.Equal(
            "Name cleared, Metadata[\"a\"] = \"b\"",
            new ProfileChanges { Name = Change.Clear, Metadata = { ["a"] = "b" } }.ToString()
        );
    }

    private static AdditionalProperties More(string json) =>
        new(JsonDocument.Parse(json).RootElement.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value)));
}
